package org.gatehouse.web.http;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * How proxies write a client certificate into a header: as {@code Client-Cert} of RFC 9440 (Base64 between colons), as URL-encoded PEM
 * (nginx {@code $ssl_client_escaped_cert}), or as the bare Base64 of the PEM (Traefik).
 */
final class CertificateHeader {

    private static final int LONGEST = 16_384;
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private CertificateHeader() {
    }

    /** The certificate; empty when the text is none. Of several, as in a chain, nobody could say whose the first is: also empty. */
    static Optional<X509Certificate> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(base64(text.strip()));
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return in.available() == 0 ? Optional.of(certificate) : Optional.empty();
        } catch (IllegalArgumentException | CertificateException malformed) {
            return Optional.empty();
        }
    }

    private static String base64(String text) {
        if (text.length() > 2 && text.startsWith(":") && text.endsWith(":")) {
            return text.substring(1, text.length() - 1);
        }
        // A plus is one of Base64 here, whether it is escaped or not; URLDecoder would make a space of it.
        String pem = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.US_ASCII).strip();
        boolean framed = pem.startsWith(BEGIN) && pem.endsWith(END);
        return (framed ? pem.substring(BEGIN.length(), pem.length() - END.length()) : pem).replaceAll("\\s", "");
    }
}
