package org.gatehouse.event;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;

/** Replaces what has the name or the form of a secret, where facts are kept or shown that somebody else has put together. */
public final class SecretMask {

    private static final String MASK = "**********";
    private static final Pattern SECRET_NAME = Pattern.compile("passw|secret|token|code|otp|seed|challenge|private|credential|(^|_)key|pin$",
            Pattern.CASE_INSENSITIVE);

    /** What {@link org.gatehouse.crypto.SecretCipher} has sealed. */
    private static final Pattern SEALED = Pattern.compile("v1:[0-9a-f]{8}:.*", Pattern.DOTALL);

    private SecretMask() {
    }

    /** The object with stars in place of its secrets, at whatever depth. */
    public static JsonObject mask(JsonObject object) {
        JsonObjectBuilder masked = Json.createObjectBuilder();
        object.forEach((name, value) -> masked.add(name, SECRET_NAME.matcher(name).find() ? Json.createValue(MASK) : mask(value)));
        return masked.build();
    }

    private static JsonValue mask(JsonValue value) {
        if (value instanceof JsonObject object) {
            return mask(object);
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder masked = Json.createArrayBuilder();
            array.forEach(item -> masked.add(mask(item)));
            return masked.build();
        }
        return value instanceof JsonString text && SEALED.matcher(text.getString()).matches() ? Json.createValue(MASK) : value;
    }
}
