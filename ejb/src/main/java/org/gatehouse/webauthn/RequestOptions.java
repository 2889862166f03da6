package org.gatehouse.webauthn;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import org.gatehouse.authenticator.WebAuthnHint;

/**
 * What a browser is asked to prove: the members of {@code PublicKeyCredentialRequestOptionsJSON} (section 5.1.10).
 *
 * @param terms who asks, and the challenge
 * @param hints what the browser should offer first
 * @param allowed the credentials that may answer; none: any that the authenticator can find by itself
 */
public record RequestOptions(CeremonyTerms terms, List<WebAuthnHint> hints, Collection<Credential> allowed) {

    /** The JSON that {@code PublicKeyCredential.parseRequestOptionsFromJSON} takes. */
    public JsonObject toJson() {
        JsonArrayBuilder credentials = Json.createArrayBuilder();
        allowed.forEach(credential -> credentials.add(credential.descriptor()));
        return Json.createObjectBuilder()
                .add("challenge", terms.challenge())
                .add("timeout", CreationOptions.TIMEOUT)
                .add("rpId", terms.party().id())
                .add("allowCredentials", credentials)
                .add("userVerification", terms.userVerification().wireName())
                .add("hints", names(hints))
                .build();
    }

    static JsonArrayBuilder names(List<WebAuthnHint> hints) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        hints.forEach(hint -> names.add(hint.wireName()));
        return names;
    }
}
