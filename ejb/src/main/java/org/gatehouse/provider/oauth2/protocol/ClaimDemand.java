package org.gatehouse.provider.oauth2.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a claim is asked for (OpenID Connect Core 1.0 section 5.5.1).
 *
 * @param essential whether the client cannot do without it
 * @param values those it would have, the dearest first; empty for any
 */
public record ClaimDemand(boolean essential, List<JsonValue> values) {

    private static final ClaimDemand ANY = new ClaimDemand(false, List.of());

    public ClaimDemand {
        values = List.copyOf(values);
    }

    /** @throws OAuthRefusal {@code invalid_request} when it is malformed; members that nobody knows are ignored */
    static ClaimDemand read(JsonValue json) {
        if (json == JsonValue.NULL) {
            return ANY;
        }
        if (!(json instanceof JsonObject object)) {
            throw ClaimsRequest.malformed();
        }
        return new ClaimDemand(essential(object.getOrDefault("essential", JsonValue.FALSE)), values(object));
    }

    private static boolean essential(JsonValue json) {
        return switch (json.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw ClaimsRequest.malformed();
        };
    }

    private static List<JsonValue> values(JsonObject object) {
        JsonValue several = object.getOrDefault("values", JsonValue.EMPTY_JSON_ARRAY);
        if (!(several instanceof JsonArray array) || object.containsKey("value") && object.containsKey("values")) {
            throw ClaimsRequest.malformed();
        }
        return Stream.concat(Stream.ofNullable(object.get("value")), array.stream()).toList();
    }

    /** The values that are texts. */
    public List<String> texts() {
        return values.stream().filter(JsonString.class::isInstance).map(value -> ((JsonString) value).getString()).toList();
    }
}
