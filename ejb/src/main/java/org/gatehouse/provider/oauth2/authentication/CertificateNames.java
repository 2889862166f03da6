package org.gatehouse.provider.oauth2.authentication;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;
import org.gatehouse.expression.IpNetwork;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;

/** The names in a client's certificate, compared with the one that it has registered (RFC 8705 section 2.1.2). */
public final class CertificateNames {

    /** Attribute types of RFC 4514 strings that the JDK does not know by these names. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "EMAILADDRESS", "1.2.840.113549.1.9.1",
            "SERIALNUMBER", "2.5.4.5",
            "BUSINESSCATEGORY", "2.5.4.15",
            "ORGANIZATIONIDENTIFIER", "2.5.4.97",
            "JURISDICTIONCOUNTRYNAME", "1.3.6.1.4.1.311.60.2.1.3");

    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int IP = 7;

    private CertificateNames() {
    }

    /** Whether a setting is empty or a distinguished name (RFC 4514). */
    static boolean isName(String text) {
        try {
            return text.isEmpty() || principal(text) != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Whether a setting is empty or an IP address. */
    static boolean isAddress(String text) {
        return text.isEmpty() || isSameAddress(text, text);
    }

    /** Whether the certificate has the name that these settings demand; never when they demand none. */
    public static boolean match(X509Certificate certificate, ClientAuthenticationSettings wanted) {
        if (!wanted.tlsClientAuthSubjectDn().isEmpty()) {
            return isName(wanted.tlsClientAuthSubjectDn())
                    && principal(wanted.tlsClientAuthSubjectDn()).equals(certificate.getSubjectX500Principal());
        }
        if (!wanted.tlsClientAuthSanDns().isEmpty()) {
            String name = wanted.tlsClientAuthSanDns().toLowerCase(Locale.ROOT);
            return has(certificate, DNS, found -> found.toLowerCase(Locale.ROOT).equals(name));
        }
        if (!wanted.tlsClientAuthSanIp().isEmpty()) {
            return has(certificate, IP, found -> isSameAddress(found, wanted.tlsClientAuthSanIp()));
        }
        return !wanted.tlsClientAuthSanUri().isEmpty() && has(certificate, URI, wanted.tlsClientAuthSanUri()::equals)
                || !wanted.tlsClientAuthSanEmail().isEmpty() && has(certificate, EMAIL, wanted.tlsClientAuthSanEmail()::equals);
    }

    private static X500Principal principal(String name) {
        return new X500Principal(name, KEYWORDS);
    }

    private static boolean has(X509Certificate certificate, int kind, Predicate<String> wanted) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null && names.stream().filter(name -> name.get(0).equals(kind) && name.get(1) instanceof String)
                    .map(name -> (String) name.get(1)).anyMatch(wanted);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }

    private static boolean isSameAddress(String one, String other) {
        try {
            return one.indexOf('/') < 0 && IpNetwork.parse(one).contains(other);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
