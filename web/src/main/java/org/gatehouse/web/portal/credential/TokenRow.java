package org.gatehouse.web.portal.credential;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.token.Token;

/**
 * A token as its owner sees it; the key is not part of it.
 *
 * @param intent the contract's name of what it is for
 * @param name the description, or the identifier where there is none
 * @param expires when it ends; null for never
 * @param expired whether that has been
 */
public record TokenRow(String identifier, String intent, String name, Instant expires, boolean expired) {

    static TokenRow of(Token token, Instant now) {
        return new TokenRow(token.getIdentifier(), token.getIntent().wireName(),
                Optional.of(token.getDescription()).filter(text -> !text.isBlank()).orElse(token.getIdentifier()),
                token.isExpiring() ? token.getExpires() : null, token.isExpired(now));
    }
}
