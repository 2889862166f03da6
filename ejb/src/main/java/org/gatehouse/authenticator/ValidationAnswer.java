package org.gatehouse.authenticator;

import jakarta.json.JsonObject;

/**
 * What a browser answers; one component is set, the others are null.
 *
 * @param code a code from an app, a list or a message, without spaces
 * @param webauthn the public-key credential as the browser gave it
 */
public record ValidationAnswer(String code, JsonObject webauthn) {

    @Override
    public String toString() {
        return "ValidationAnswer[]";
    }
}
