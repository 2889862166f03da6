package org.gatehouse.provider.oauth2.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;

/**
 * How the answer reaches the client: in the query or the fragment of a redirect, or as a form that the browser posts (OAuth 2.0 Form
 * Post Response Mode), each plain or as a signed token (JWT Secured Authorization Response Mode, JARM, section 2.3).
 */
public enum ResponseMode implements WireName {
    QUERY("query", false),
    FRAGMENT("fragment", false),
    FORM_POST("form_post", false),
    QUERY_JWT("query.jwt", true),
    FRAGMENT_JWT("fragment.jwt", true),
    FORM_POST_JWT("form_post.jwt", true);

    /** Stands for the signed mode that fits the response type (JARM section 2.3.4). */
    static final String JWT = "jwt";

    private final String wireName;
    private final boolean signed;

    ResponseMode(String wireName, boolean signed) {
        this.wireName = wireName;
        this.signed = signed;
    }

    /** The values of {@code response_mode} there are. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(values()).map(ResponseMode::wireName), Stream.of(JWT)).toList();
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether the parameters go as one signed token. */
    public boolean isSigned() {
        return signed;
    }

    /** How the parameters travel, signed or not. */
    public ResponseMode transport() {
        return switch (this) {
            case QUERY, QUERY_JWT -> QUERY;
            case FRAGMENT, FRAGMENT_JWT -> FRAGMENT;
            case FORM_POST, FORM_POST_JWT -> FORM_POST;
        };
    }

    /** The signed mode with the same transport. */
    public ResponseMode signed() {
        return switch (transport()) {
            case QUERY -> QUERY_JWT;
            case FRAGMENT -> FRAGMENT_JWT;
            default -> FORM_POST_JWT;
        };
    }
}
