package org.gatehouse.model.attribute;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The definition of one attribute that objects of a kind have: checked when such an object is saved, never in hindsight. */
@Entity
@Table(name = "object_attribute")
public class ObjectAttribute {

    @Id
    private UUID id;

    @Column(name = "object_type")
    private String objectType;

    private boolean enabled = true;

    @Column(updatable = false)
    private Instant created;

    @Column(name = "last_updated")
    private Instant lastUpdated;

    private String key;

    private String label;

    private String regex = "";

    @Convert(converter = AttributeValueType.Stored.class)
    private AttributeValueType type;

    @Column(name = "group_name")
    private String groupName = "";

    private String managed;

    @Column(name = "is_unique")
    private boolean unique;

    @Column(name = "is_required")
    private boolean required;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    /** The model of the objects that have it, such as {@code authentik_core.user}. */
    public String getObjectType() {
        return objectType;
    }

    public void setObjectType(String objectType) {
        this.objectType = objectType;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    public Instant getLastUpdated() {
        return lastUpdated;
    }

    public void setLastUpdated(Instant lastUpdated) {
        this.lastUpdated = lastUpdated;
    }

    /** Where it is inside of the attributes; dots lead into objects. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    /** What a text must match as a whole; empty for anything. */
    public String getRegex() {
        return regex;
    }

    public void setRegex(String regex) {
        this.regex = regex;
    }

    public AttributeValueType getType() {
        return type;
    }

    public void setType(AttributeValueType type) {
        this.type = type;
    }

    /** The heading under which forms show it. */
    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    /** The mark of whoever keeps it; null for an own one. */
    public String getManaged() {
        return managed;
    }

    public void setManaged(String managed) {
        this.managed = managed;
    }

    /** Whether no two objects may have the same value. */
    public boolean isUnique() {
        return unique;
    }

    public void setUnique(boolean unique) {
        this.unique = unique;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
