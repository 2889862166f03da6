package org.gatehouse.webauthn;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import org.gatehouse.authenticator.WebAuthnHint;

/**
 * What a browser is asked to register: the members of {@code PublicKeyCredentialCreationOptionsJSON} (section 5.1.9).
 *
 * @param terms who asks, and the challenge
 * @param user for whom
 * @param attachment which authenticators may answer; null for any
 * @param residentKey whether the credential should be one that logs in without a name
 * @param hints what the browser should offer first
 * @param registered what the user has already; an authenticator that holds one of these refuses
 */
public record CreationOptions(CeremonyTerms terms, Person user, AuthenticatorAttachment attachment, ResidentKeyRequirement residentKey,
        List<WebAuthnHint> hints, Collection<Credential> registered) {

    /** How long the browser waits for the person, in milliseconds. */
    static final int TIMEOUT = 300_000;

    /**
     * Whom a credential is for.
     *
     * @param handle an opaque value in base64url; the name and the display name are only for the person to see
     */
    public record Person(String handle, String name, String displayName) {
    }

    /** The JSON that {@code PublicKeyCredential.parseCreationOptionsFromJSON} takes. */
    public JsonObject toJson() {
        JsonArrayBuilder excluded = Json.createArrayBuilder();
        registered.forEach(credential -> excluded.add(credential.descriptor()));
        return Json.createObjectBuilder()
                .add("rp", Json.createObjectBuilder().add("id", terms.party().id()).add("name", terms.party().name()))
                .add("user", Json.createObjectBuilder().add("id", user.handle()).add("name", user.name()).add("displayName", user.displayName()))
                .add("challenge", terms.challenge())
                .add("pubKeyCredParams", algorithms())
                .add("timeout", TIMEOUT)
                .add("excludeCredentials", excluded)
                .add("authenticatorSelection", selection())
                .add("hints", RequestOptions.names(hints))
                // The model is shown to the user and compared with what stages allow; people can decline to tell it.
                .add("attestation", "direct")
                .add("extensions", Json.createObjectBuilder().add("credProps", true))
                .build();
    }

    private static JsonArrayBuilder algorithms() {
        JsonArrayBuilder parameters = Json.createArrayBuilder();
        RegistrationCeremony.ALGORITHMS.forEach(algorithm ->
                parameters.add(Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm.getValue())));
        return parameters;
    }

    private JsonObjectBuilder selection() {
        JsonObjectBuilder selection = Json.createObjectBuilder()
                .add("residentKey", residentKey.wireName())
                .add("requireResidentKey", residentKey == ResidentKeyRequirement.REQUIRED)
                .add("userVerification", terms.userVerification().wireName());
        return attachment == null ? selection : selection.add("authenticatorAttachment", attachment.wireName());
    }
}
