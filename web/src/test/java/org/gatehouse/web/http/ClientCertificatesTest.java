package org.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientCertificatesTest {

    /** CN=client, self-signed, of a P-256 key that nobody has kept. */
    private static final String BASE64 = "MIIBdjCCAR2gAwIBAgIUeUhuq//VN1qW+/pO6/JCk8IRHYowCgYIKoZIzj0EAwIwETEPMA0GA1UEAwwGY2xpZW50MB4XDTI2MTEyNDE1NTQ1OV"
            + "oXDTQ2MTExOTE1NTQ1OVowETEPMA0GA1UEAwwGY2xpZW50MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1/gpBKIWFV24JrBBNOMEg64upL4j"
            + "QjA8Z3pxpMSR6ED89uGMqw9pQ2z8zZn/8gn1VaKn0V7MaoOr0Gy4HEonB6NTMFEwHQYDVR0OBBYEFACmZs7Etjduf+ssbpCZuJt+a9FhMB8GA1"
            + "UdIwQYMBaAFACmZs7Etjduf+ssbpCZuJt+a9FhMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgIcu0Iik0Ro5VY9oU1OTzRQfH"
            + "XfWVighmiO+VvJXL2+0CIEaXqoCsDTNHOZQsTfGruLpXaWcXPZwZnb1wKTJc4ReZ";

    private static final String PEM = "-----BEGIN CERTIFICATE-----\n" + BASE64.replaceAll("(.{64})", "$1\n") + "\n-----END CERTIFICATE-----\n";
    private static final X509Certificate CERTIFICATE = certificate();
    private static final String PROXY = "10.0.0.1";
    private static final String STRANGER = "203.0.113.9";

    private final ClientCertificates certificates = new ClientCertificates("Client-Cert", "10.0.0.0/8");

    @Test
    void readsWhatATrustedProxyPassesOnHoweverItIsWritten() {
        assertThat(certificates.of(request(PROXY, null, ":" + BASE64 + ":"))).as("RFC 9440").containsExactly(CERTIFICATE);
        assertThat(certificates.of(request(PROXY, null, URLEncoder.encode(PEM, StandardCharsets.US_ASCII).replace("+", "%20")))).as("nginx").containsExactly(CERTIFICATE);
        assertThat(certificates.of(request(PROXY, null, BASE64))).as("Traefik").containsExactly(CERTIFICATE);
    }

    @Test
    void ignoresTheHeaderOfAnybodyElse() {
        assertThat(certificates.of(request(STRANGER, null, ":" + BASE64 + ":"))).isEmpty();
        assertThat(new ClientCertificates(null, "10.0.0.0/8").of(request(PROXY, null, ":" + BASE64 + ":"))).isEmpty();
        assertThat(new ClientCertificates("Client-Cert", "").of(request(PROXY, null, ":" + BASE64 + ":"))).isEmpty();
    }

    @Test
    void takesTheCertificateOfTheConnectionUnlessItIsTheProxysOwn() {
        assertThat(certificates.of(request(STRANGER, CERTIFICATE))).containsExactly(CERTIFICATE);
        assertThat(certificates.of(request(PROXY, CERTIFICATE))).isEmpty();
        assertThat(certificates.of(request(STRANGER, null))).isEmpty();
    }

    @Test
    void whatCannotBeReadOrIsThereTwiceIsNoCertificate() {
        for (String junk : List.of("", " ", ":", "::", ":x:", "%", "%zz", "-----BEGIN CERTIFICATE-----", "AAAA", "x".repeat(20_000), ":" + BASE64,
                ":" + BASE64 + BASE64 + ":", "(null)", BASE64.substring(0, 100))) {
            assertThat(certificates.of(request(PROXY, null, junk))).as(junk).isEmpty();
        }
        assertThat(certificates.of(request(PROXY, null, ":" + BASE64 + ":", ":" + BASE64 + ":"))).isEmpty();
    }

    private static HttpServletRequest request(String peer, X509Certificate ofConnection, String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(HttpServletRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getAttribute" -> ofConnection == null ? null : new X509Certificate[] {ofConnection};
                    case "getHeaders" -> Collections.enumeration(arguments[0].equals("Client-Cert") ? Arrays.asList(headers) : List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(PEM.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
