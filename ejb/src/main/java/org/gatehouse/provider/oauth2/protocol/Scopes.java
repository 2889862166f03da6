package org.gatehouse.provider.oauth2.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The scope parameter (RFC 6749 section 3.3). */
public final class Scopes {

    public static final String OPENID = "openid";
    public static final String OFFLINE_ACCESS = "offline_access";

    /** The contract's scope for registering clients (RFC 7591 section 3). */
    public static final String REGISTER_CLIENTS = "goauthentik.io/oidc/dcr";

    /** The contract's scope for ID tokens that are bound to a key of the client. */
    public static final String BOUND_KEY = "bound_key";

    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");

    private Scopes() {
    }

    /** @throws OAuthRefusal {@code invalid_scope} when it is malformed */
    public static List<String> parse(String scope) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(scope.strip().split(" +")));
        if (!names.stream().allMatch(name -> TOKEN.matcher(name).matches())) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_SCOPE, "The scope is malformed.");
        }
        return List.copyOf(names);
    }

    /** Whether a request that names no scope gets this one; the others have to be asked for. */
    public static boolean isGivenUnasked(String name) {
        return !name.equals(OFFLINE_ACCESS) && !name.equals(REGISTER_CLIENTS) && !name.equals(BOUND_KEY);
    }

    public static String format(Collection<String> names) {
        return String.join(" ", names);
    }
}
