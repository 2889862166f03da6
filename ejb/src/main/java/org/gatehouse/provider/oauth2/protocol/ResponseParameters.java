package org.gatehouse.provider.oauth2.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The names of parameters in authorization answers. A redirect URI must not bring any of its own: the client could take it for ours. */
public final class ResponseParameters {

    private static final Set<String> RESERVED = Set.of("code", "state", "iss", "error", "error_description", "error_uri", "session_state",
            "access_token", "id_token", "token_type", "expires_in", "scope", "response");

    private ResponseParameters() {
    }

    /** Whether a query string, whose escapes are well-formed, names one of them. */
    public static boolean reservedIn(String query) {
        return Arrays.stream(query.split("[&;]"))
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)).anyMatch(RESERVED::contains);
    }
}
