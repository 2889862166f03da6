package org.gatehouse.web.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a name for people out of a name for machines, where no better one was written. */
final class HumanName {

    private static final Map<String, String> SPECIAL = Map.ofEntries(Map.entry("url", "URL"), Map.entry("uri", "URI"),
            Map.entry("uris", "URIs"), Map.entry("urls", "URLs"), Map.entry("id", "ID"), Map.entry("ip", "IP"),
            Map.entry("upn", "UPN"), Map.entry("api", "API"), Map.entry("jwt", "JWT"), Map.entry("jwks", "JWKS"), Map.entry("css", "CSS"), Map.entry("saml", "SAML"),
            Map.entry("oidc", "OIDC"), Map.entry("oauth2", "OAuth2"), Map.entry("uuid", "UUID"), Map.entry("ldap", "LDAP"));

    private HumanName() {
    }

    /** {@code redirect_uris} becomes {@code Redirect URIs}. */
    static String of(String machineName) {
        String words = Arrays.stream(machineName.split("[_\\-. ]+")).filter(word -> !word.isEmpty())
                .map(word -> SPECIAL.getOrDefault(word.toLowerCase(Locale.ROOT), word)).collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
