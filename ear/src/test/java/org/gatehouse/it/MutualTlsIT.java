package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A login by certificate alone, behind a proxy that ends TLS. */
@ExtendWith(GatehouseServer.class)
class MutualTlsIT {

    private final KeyPair authority = keys();

    @Test
    void whoHoldsACertificateOfTheAuthorityIsLoggedInAndNobodyElse(GatehouseServer server) {
        ApiClient api = server.api();
        Person person = Person.create(api, "certified");
        String pk = api.create("/crypto/certificatekeypairs/", Json.createObjectBuilder().add("name", "clients of " + person.username())
                .add("certificate_data", pem(certificate("An authority", authority))).build()).getString("pk");
        TestFlow flow = new TestFlow(api, "authentication").then("mtls", Json.createObjectBuilder().add("mode", "required")
                .add("certificate_authorities", Json.createArrayBuilder().add(pk)).add("cert_attribute", "common_name").add("user_attribute", "username"))
                .then("user_login", Json.createObjectBuilder());
        String path = "/api/v3/flows/executor/" + flow.slug() + "/";
        ProxyConnection proxy = new ProxyConnection(server.url());

        assertThat(proxy.get(path).body()).contains("ak-stage-access-denied");
        assertThat(proxy.get(path, ProxyConnection.header(certificate(person.username(), keys()))).body()).contains("ak-stage-access-denied");
        assertThat(proxy.get(path, ProxyConnection.header(certificate("somebody-else", authority))).body()).contains("ak-stage-access-denied");
        assertThat(proxy.get(path, ProxyConnection.header(certificate(person.username(), authority))).body()).contains("xak-flow-redirect");

        assertThat(api.get("/events/events/?action=login&ordering=-created").getJsonArray("results").stream().map(Object::toString)
                .anyMatch(event -> event.contains(person.username()) && event.contains("mtls"))).isTrue();
    }

    /** For a client of this name, by whoever holds the keys under the authority's name. */
    private static X509Certificate certificate(String name, KeyPair issuer) {
        try {
            return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(new X500Name("CN=An authority"),
                    BigInteger.valueOf(System.nanoTime()), Date.from(Instant.now().minusSeconds(60)), Date.from(Instant.now().plusSeconds(3600)),
                    new X500Name("CN=" + name), issuer.getPublic()).build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
