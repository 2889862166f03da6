package org.gatehouse.provider.oauth2.assurance;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The {@code amr} claim: method names of RFC 8176 section 2 where there are such. */
public final class AuthenticationMethods {

    private AuthenticationMethods() {
    }

    /** The names of a login's methods, each once. */
    public static List<String> amr(Collection<String> methods) {
        return methods.stream().flatMap(method -> switch (method) {
            case "password" -> Stream.of("pwd");
            case "auth_mfa" -> Stream.of("mfa");
            case "auth_webauthn", "auth_webauthn_pwl" -> Stream.of("pop", "user");
            default -> Stream.of(method);
        }).distinct().toList();
    }
}
