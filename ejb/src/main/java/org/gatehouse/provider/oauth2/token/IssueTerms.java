package org.gatehouse.provider.oauth2.token;

import java.time.Instant;
import java.util.Map;
import org.gatehouse.provider.oauth2.OAuthClient;

/**
 * In what the tokens of a grant differ from those of others.
 *
 * @param target whose tokens they are, or null for the client that asks
 * @param notAfter when they end at the latest, or null: what was brought for them has run out by then
 * @param issuedTokenType what an exchange has yielded (RFC 8693 section 2.2.1), or null for other grants; an exchange makes no ID token
 * @param facts what the application's policies get to know beside what they are always told
 * @param boundKey the public key that the ID token is bound to, as a JWK (RFC 7517), or null
 */
public record IssueTerms(OAuthClient target, Instant notAfter, String issuedTokenType, Map<String, Object> facts, Map<String, Object> boundKey) {

    /** Terms that bind the ID token to no key. */
    public IssueTerms(OAuthClient target, Instant notAfter, String issuedTokenType, Map<String, Object> facts) {
        this(target, notAfter, issuedTokenType, facts, null);
    }


    /** As the client's settings say. */
    public static final IssueTerms USUAL = new IssueTerms(null, null, null, Map.of());

    /** Not longer than what was brought. */
    public static IssueTerms until(Instant notAfter, Map<String, Object> facts) {
        return new IssueTerms(null, notAfter, null, facts);
    }

    /** Whose tokens they are. */
    public OAuthClient targetOr(OAuthClient client) {
        return target == null ? client : target;
    }

    /** The end of a token that would end at this moment. */
    Instant limit(Instant expires) {
        return notAfter == null || expires.isBefore(notAfter) ? expires : notAfter;
    }

    /** The same with an ID token that is bound to a key. */
    public IssueTerms boundTo(Map<String, Object> key) {
        return new IssueTerms(target, notAfter, issuedTokenType, facts, key);
    }

    public boolean isExchange() {
        return issuedTokenType != null;
    }
}
