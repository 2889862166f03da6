package org.gatehouse.model.prompt;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** The kinds of fields of a prompt; the names are the contract's. */
public enum PromptType implements WireName {
    TEXT,
    TEXT_AREA,
    TEXT_READ_ONLY,
    TEXT_AREA_READ_ONLY,
    USERNAME,
    EMAIL,
    PASSWORD,
    NUMBER,
    CHECKBOX,
    RADIO_BUTTON_GROUP("radio-button-group"),
    DROPDOWN,
    DATE,
    DATE_TIME("date-time"),
    FILE,
    SEPARATOR,
    HIDDEN,
    STATIC,
    ALERT_INFO,
    ALERT_WARNING,
    ALERT_DANGER,
    LOCALE("ak-locale");

    private final String wireName;

    PromptType() {
        this.wireName = name().toLowerCase(Locale.ROOT);
    }

    PromptType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether one of several values is chosen; the field's placeholder says which there are. */
    public boolean isChoice() {
        return this == RADIO_BUTTON_GROUP || this == DROPDOWN;
    }

    /** Whether the value is the installation's own and not the browser's, whatever the browser sends. */
    public boolean isFixed() {
        return this == TEXT_READ_ONLY || this == TEXT_AREA_READ_ONLY || this == HIDDEN;
    }

    /** Whether the field only shows something and has no value. */
    public boolean isDecoration() {
        return switch (this) {
            case SEPARATOR, STATIC, ALERT_INFO, ALERT_WARNING, ALERT_DANGER -> true;
            default -> false;
        };
    }

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<PromptType> implements AttributeConverter<PromptType, String> {

        public Stored() {
            super(PromptType.class);
        }
    }
}
