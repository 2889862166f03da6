package org.gatehouse.token;

import org.gatehouse.model.token.Token;

/**
 * A token that was made or renewed just now.
 *
 * @param key the key itself, to be shown this once
 */
public record CreatedToken(Token token, String key) {

    @Override
    public String toString() {
        return "CreatedToken[" + token.getIdentifier() + "]";
    }
}
