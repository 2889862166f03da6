package org.gatehouse.model.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A field that prompt stages ask for. */
@Entity
@Table(name = "prompt")
public class Prompt {

    @Id
    private UUID id;

    private String name;

    @Column(name = "field_key")
    private String fieldKey;

    private String label;

    @Convert(converter = PromptType.Stored.class)
    private PromptType type = PromptType.TEXT;

    private boolean required = true;

    private String placeholder = "";

    @Column(name = "placeholder_expression")
    private boolean placeholderExpression;

    @Column(name = "initial_value")
    private String initialValue = "";

    @Column(name = "initial_value_expression")
    private boolean initialValueExpression;

    private int position;

    @Column(name = "sub_text")
    private String subText = "";

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** The name of the value in {@code prompt_data}, such as {@code email} or {@code attributes.phone}. */
    public String getFieldKey() {
        return fieldKey;
    }

    public void setFieldKey(String fieldKey) {
        this.fieldKey = fieldKey;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public PromptType getType() {
        return type;
    }

    public void setType(PromptType type) {
        this.type = type;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    /** A text or an expression; of a choice, what there is to choose from. */
    public String getPlaceholder() {
        return placeholder;
    }

    public void setPlaceholder(String placeholder) {
        this.placeholder = placeholder;
    }

    public boolean isPlaceholderExpression() {
        return placeholderExpression;
    }

    public void setPlaceholderExpression(boolean placeholderExpression) {
        this.placeholderExpression = placeholderExpression;
    }

    public String getInitialValue() {
        return initialValue;
    }

    public void setInitialValue(String initialValue) {
        this.initialValue = initialValue;
    }

    public boolean isInitialValueExpression() {
        return initialValueExpression;
    }

    public void setInitialValueExpression(boolean initialValueExpression) {
        this.initialValueExpression = initialValueExpression;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public String getSubText() {
        return subText;
    }

    public void setSubText(String subText) {
        this.subText = subText;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
