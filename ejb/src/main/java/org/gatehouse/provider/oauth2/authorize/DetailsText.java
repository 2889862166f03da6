package org.gatehouse.provider.oauth2.authorize;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import org.gatehouse.crypto.Digests;
import org.gatehouse.provider.oauth2.ConfiguredScope;

/**
 * Says {@code authorization_details} to the person who is asked for them (RFC 9396 section 3): every member, as nothing may be agreed
 * to that was not shown.
 */
final class DetailsText {

    private static final int LONGEST = 2000;

    private DetailsText() {
    }

    /** The detail as something to agree to. It is known again only if it is the very same. */
    static ConfiguredScope permission(JsonObject detail) {
        return new ConfiguredScope(null, "authorization_details:" + Digests.sha256(detail.toString()), text(detail));
    }

    /** The type and, behind a colon, the rest. */
    static String text(JsonObject detail) {
        String rest = detail.entrySet().stream().filter(member -> !member.getKey().equals("type"))
                .map(member -> member.getKey() + " " + text(member.getValue())).collect(Collectors.joining("; "));
        String all = detail.getString("type") + (rest.isEmpty() ? "" : ": " + rest);
        return all.length() > LONGEST ? all.substring(0, LONGEST) + " …" : all;
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        boolean words = value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance);
        return words ? value.asJsonArray().stream().map(DetailsText::text).collect(Collectors.joining(", ")) : value.toString();
    }
}
