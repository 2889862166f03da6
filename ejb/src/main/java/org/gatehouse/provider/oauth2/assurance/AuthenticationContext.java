package org.gatehouse.provider.oauth2.assurance;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;

/**
 * The authentication context classes that follow from how a user has logged in, the weakest first. The names are values of {@code acr}
 * (OpenID Connect Core 1.0 section 2).
 */
public enum AuthenticationContext implements WireName {
    /** Any login; the value of the contract. */
    LOGIN("goauthentik.io/providers/oauth2/default"),
    /** Two factors, the second an authenticator of the user's. */
    MULTI_FACTOR("urn:gatehouse:acr:mfa"),
    /** A key that gives its proof to this very server only (WebAuthn); the name is that of OpenID Connect EAP ACR Values 1.0 section 2. */
    PHISHING_RESISTANT("phr");

    /** Methods that are a second factor, or say more about it. */
    private static final Set<String> SECOND = Set.of("auth_mfa", "auth_webauthn");

    private final String wireName;

    AuthenticationContext(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether a login by these methods is one of this class. */
    public boolean isMetBy(Collection<String> methods) {
        return switch (this) {
            case LOGIN -> true;
            case MULTI_FACTOR -> methods.contains("auth_mfa") && !SECOND.containsAll(methods);
            case PHISHING_RESISTANT -> methods.contains("auth_webauthn") || methods.contains("auth_webauthn_pwl");
        };
    }

    /** The strongest class that a login by these methods is of. */
    public static AuthenticationContext of(Collection<String> methods) {
        return Stream.of(values()).filter(context -> context.isMetBy(methods)).max(Comparator.naturalOrder()).orElse(LOGIN);
    }
}
