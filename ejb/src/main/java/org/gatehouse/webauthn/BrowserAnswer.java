package org.gatehouse.webauthn;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What {@code PublicKeyCredential.toJSON()} gives (section 5.1, {@code RegistrationResponseJSON} and {@code AuthenticationResponseJSON}),
 * read member by member: only what is verified is looked at, so that older and newer browsers may send more.
 */
record BrowserAnswer(JsonObject json) {

    /** Longer than any answer there is; attestation certificates are the largest part. */
    private static final int LONGEST = 65_536;

    /** Section 4: a credential id has at most 1023 bytes. */
    private static final int LONGEST_ID = 1_023;

    private static final int MOST_TRANSPORTS = 10;
    private static final int LONGEST_TRANSPORT = 32;

    /** The credential's id in base64url without padding, from {@code rawId} or {@code id}. */
    String id() throws CeremonyRefused {
        byte[] id = bytes(json, json.containsKey("rawId") ? "rawId" : "id");
        if (id.length > LONGEST_ID) {
            throw new CeremonyRefused("credential id too long");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** Section 7.1 and 7.2: nothing but public keys is known here. */
    void requirePublicKey() throws CeremonyRefused {
        if (!(json.get("type") instanceof JsonString type) || !type.getString().equals("public-key")) {
            throw new CeremonyRefused("not a public key credential");
        }
    }

    /** A required member of {@code response}. */
    byte[] bytes(String member) throws CeremonyRefused {
        return bytes(response(), member);
    }

    /** A member of {@code response} that may be missing, null or empty. */
    Optional<byte[]> optionalBytes(String member) throws CeremonyRefused {
        JsonValue value = response().get(member);
        boolean missing = value == null || value == JsonValue.NULL || value instanceof JsonString text && text.getString().isEmpty();
        return missing ? Optional.empty() : Optional.of(bytes(response(), member));
    }

    /** What the browser says about reaching the authenticator; hints for later, nothing that is relied on. */
    List<String> transports() throws CeremonyRefused {
        if (!(response().get("transports") instanceof JsonArray array)) {
            return List.of();
        }
        return array.stream().filter(JsonString.class::isInstance).map(text -> ((JsonString) text).getString())
                .filter(text -> text.length() <= LONGEST_TRANSPORT && text.matches("[a-z-]+")).distinct().limit(MOST_TRANSPORTS).toList();
    }

    private JsonObject response() throws CeremonyRefused {
        if (json.get("response") instanceof JsonObject response) {
            return response;
        }
        throw new CeremonyRefused("no response");
    }

    private static byte[] bytes(JsonObject object, String member) throws CeremonyRefused {
        if (!(object.get(member) instanceof JsonString text) || text.getString().isEmpty() || text.getString().length() > LONGEST) {
            throw new CeremonyRefused("no " + member);
        }
        try {
            return Base64.getUrlDecoder().decode(text.getString());
        } catch (IllegalArgumentException wrong) {
            throw new CeremonyRefused("bad " + member, wrong);
        }
    }
}
