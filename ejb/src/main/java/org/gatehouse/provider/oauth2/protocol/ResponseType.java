package org.gatehouse.provider.oauth2.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;

/**
 * What the answer to an authorization request carries: a code, an access token, an ID token, or several of them (RFC 6749 section 3.1.1,
 * OAuth 2.0 Multiple Response Type Encoding Practices section 5).
 */
public enum ResponseType implements WireName {
    CODE("code"),
    TOKEN("token"),
    ID_TOKEN("id_token"),
    ID_TOKEN_TOKEN("id_token token"),
    CODE_ID_TOKEN("code id_token"),
    CODE_TOKEN("code token"),
    CODE_ID_TOKEN_TOKEN("code id_token token");

    private final String wireName;
    private final Set<String> words;

    ResponseType(String wireName) {
        this.wireName = wireName;
        this.words = Set.of(wireName.split(" "));
    }

    /** The words in the order of the specifications. */
    @Override
    public String wireName() {
        return wireName;
    }

    /** Reads the words in any order; empty for any other combination, and when a word is repeated. */
    public static Optional<ResponseType> parse(String text) {
        String[] sent = text.split(" ", -1);
        Set<String> given = Set.copyOf(Arrays.asList(sent));
        return given.size() < sent.length ? Optional.empty() : Stream.of(values()).filter(type -> type.words.equals(given)).findFirst();
    }

    public boolean hasCode() {
        return words.contains("code");
    }

    public boolean hasToken() {
        return words.contains("token");
    }

    public boolean hasIdToken() {
        return words.contains("id_token");
    }

    /** Whether the browser carries a token, which must not get into logs and referrers: then a query is out of the question. */
    public boolean isFrontChannel() {
        return this != CODE;
    }

    /** How the answer goes when the request does not say (Multiple Response Type Encoding Practices sections 2.1 and 5). */
    public ResponseMode defaultMode() {
        return isFrontChannel() ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
    }
}
