package org.gatehouse.provider.oauth2.binding;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * To whom something is bound (RFC 7800 section 3.1): the {@code cnf} of a token, or what may redeem a code.
 *
 * @param keyThumbprint the SHA-256 thumbprint of a DPoP key ({@code jkt}, RFC 9449 section 6), or null
 * @param certificateThumbprint the SHA-256 digest of a client certificate ({@code x5t#S256}, RFC 8705 section 3.1), or null
 */
public record Confirmation(String keyThumbprint, String certificateThumbprint) {

    /** Bound to nobody: whoever bears it may use it. */
    public static final Confirmation NONE = new Confirmation(null, null);

    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String KEY = "jkt";
    private static final String CERTIFICATE = "x5t#S256";

    /** Whether a text can be the thumbprint of a key (RFC 7638). */
    public static boolean isThumbprint(String text) {
        return THUMBPRINT.matcher(text).matches();
    }

    public boolean isNone() {
        return keyThumbprint == null && certificateThumbprint == null;
    }

    /** Whether whoever shows the other has shown all that this demands. */
    public boolean isMetBy(Confirmation shown) {
        return (keyThumbprint == null || keyThumbprint.equals(shown.keyThumbprint))
                && (certificateThumbprint == null || certificateThumbprint.equals(shown.certificateThumbprint));
    }

    /** The claim {@code cnf}; empty for {@link #NONE}. */
    public Map<String, Object> toClaim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        if (keyThumbprint != null) {
            claim.put(KEY, keyThumbprint);
        }
        if (certificateThumbprint != null) {
            claim.put(CERTIFICATE, certificateThumbprint);
        }
        return claim;
    }

    /** The same as JSON. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        toClaim().forEach((name, value) -> json.add(name, (String) value));
        return json.build();
    }
}
