package org.gatehouse.webauthn;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import org.gatehouse.authenticator.UserVerification;

/**
 * What an answer has to fit.
 *
 * @param party who asked
 * @param challenge the challenge of this one question, in base64url; the caller sees to it that it is good once
 * @param userVerification whether the person has to prove to the authenticator that it is them
 */
public record CeremonyTerms(RelyingParty party, String challenge, UserVerification userVerification) {

    boolean userVerificationRequired() {
        return userVerification == UserVerification.REQUIRED;
    }

    ServerProperty serverProperty() {
        return ServerProperty.builder().origin(Origin.create(party.origin())).rpId(party.id())
                .challenge(new DefaultChallenge(challenge)).build();
    }
}
