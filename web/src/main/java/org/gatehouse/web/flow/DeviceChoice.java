package org.gatehouse.web.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * A device challenge as the validation page shows it.
 *
 * @param deviceClass the contract's name of the class
 * @param uid the device
 * @param lastUsed when it was used last, or empty
 * @param options what a script needs for it, as JSON text
 * @param selected whether the person has picked it
 */
public record DeviceChoice(String deviceClass, String uid, String lastUsed, String options, boolean selected) {

    private static final char SEPARATOR = ':';

    static DeviceChoice of(JsonObject challenge) {
        JsonObject options = challenge.getJsonObject("challenge");
        return new DeviceChoice(challenge.getString("device_class"), challenge.getString("device_uid"),
                challenge.getString("last_used", ""), options.toString(), options.getBoolean("selected", false));
    }

    /** What a form posts to pick it. */
    public String getValue() {
        return deviceClass + SEPARATOR + uid;
    }

    /** Whether the code has to be sent before it can be typed. */
    public boolean isSending() {
        return (deviceClass.equals("sms") || deviceClass.equals("email")) && !selected;
    }

    /** Whether a code that was sent can be sent again. */
    public boolean isSent() {
        return (deviceClass.equals("sms") || deviceClass.equals("email")) && selected;
    }

    public boolean isKey() {
        return deviceClass.equals("webauthn");
    }

    /** Whether the code has digits only, so that a telephone shows digits to type. */
    public boolean isNumeric() {
        return !deviceClass.equals("static");
    }

    /** The contract's answer for what a form has posted. */
    static JsonObject answer(String value) {
        int at = value.indexOf(SEPARATOR);
        return Json.createObjectBuilder(Map.of("device_class", value.substring(0, Math.max(at, 0)), "device_uid", value.substring(at + 1)))
                .add("challenge", JsonObject.EMPTY_JSON_OBJECT).addNull("last_used").build();
    }
}
