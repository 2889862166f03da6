package org.gatehouse.provider.oauth2.token;

import java.util.Optional;
import org.gatehouse.provider.oauth2.protocol.ResponseType;

/**
 * Which tokens an authorization answer is to carry.
 *
 * @param code the code that goes with them, if any
 * @param state what the client has sent along
 */
public record FrontChannelOrder(ResponseType responseType, Optional<String> code, Optional<String> state) {

    /** What an ID token goes with; the state is named where the ID token is the signature of the answer, which it is for a code. */
    IdTokenAssembler.Company company(Optional<String> accessToken) {
        return new IdTokenAssembler.Company(accessToken.orElse(null), code.orElse(null), code.flatMap(sent -> state).filter(sent -> !sent.isBlank()).orElse(null));
    }

    @Override
    public String toString() {
        return "FrontChannelOrder[" + responseType + "]";
    }
}
