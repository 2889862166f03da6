package org.gatehouse.webauthn;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;

/**
 * A registered public key credential (section 4, "credential record"), without its sign count, which changes. Nothing of it is
 * secret. Binary values are in base64url.
 *
 * @param id the credential id
 * @param publicKey the COSE key
 * @param aaguid the model of authenticator it says to be from; all zero for one that says nothing
 * @param rpId the relying party it is bound to
 * @param userHandle the user handle it was registered with
 * @param transports how the authenticator can be reached
 * @param format the attestation statement format that was verified
 * @param backupEligible whether it can be copied to other devices
 * @param backedUp whether it has been copied
 */
public record Credential(String id, String publicKey, UUID aaguid, String rpId, String userHandle, List<String> transports,
        String format, boolean backupEligible, boolean backedUp) {

    /** The same credential with what the authenticator last said about copies. */
    public Credential withBackedUp(boolean now) {
        return new Credential(id, publicKey, aaguid, rpId, userHandle, transports, format, backupEligible, now);
    }

    /** The form it is stored in. */
    public JsonObject toJson() {
        JsonArrayBuilder reachable = Json.createArrayBuilder();
        transports.forEach(reachable::add);
        return Json.createObjectBuilder().add("credential_id", id).add("public_key", publicKey).add("aaguid", aaguid.toString())
                .add("rp_id", rpId).add("user_handle", userHandle).add("transports", reachable).add("attestation_format", format)
                .add("backup_eligible", backupEligible).add("backed_up", backedUp).build();
    }

    /** Reads {@link #toJson()}. */
    public static Credential of(JsonObject stored) {
        return new Credential(stored.getString("credential_id"), stored.getString("public_key"), UUID.fromString(stored.getString("aaguid")),
                stored.getString("rp_id"), stored.getString("user_handle"), transports(stored), stored.getString("attestation_format"),
                stored.getBoolean("backup_eligible"), stored.getBoolean("backed_up"));
    }

    private static List<String> transports(JsonObject stored) {
        return stored.getJsonArray("transports").stream().map(JsonString.class::cast).map(JsonString::getString).toList();
    }

    /** As the lists of credentials in options name it: {@code PublicKeyCredentialDescriptorJSON} (section 5.1.8). */
    public JsonObject descriptor() {
        JsonArrayBuilder reachable = Json.createArrayBuilder();
        transports.forEach(reachable::add);
        return Json.createObjectBuilder().add("type", "public-key").add("id", id)
                .add("transports", transports.isEmpty() ? JsonValue.EMPTY_JSON_ARRAY : reachable.build()).build();
    }
}
