package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients with certificates, and tokens that are bound to them (RFC 8705), behind a proxy that ends TLS. */
@ExtendWith(GatehouseServer.class)
class ClientCertificateIT {

    private final String id = "certified-" + System.nanoTime();
    private final X509Certificate own = certificate("own");
    private final X509Certificate foreign = certificate("own");
    private GatehouseServer server;
    private ProxyConnection proxy;

    @BeforeEach
    void createApplication(GatehouseServer started) throws CertificateException {
        server = started;
        proxy = new ProxyConnection(server.url());
        ApiClient api = server.api();
        String provider = "/providers/oauth2/" + api.oauthApplication(id, "a secret that is of no use here at all", List.of(),
                "default-provider-authorization-implicit-consent").getInt("pk") + "/";
        ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) own.getPublicKey()).x509CertChain(List.of(Base64.encode(own.getEncoded()))).build();
        api.patch(provider, Json.createObjectBuilder().add("grant_types", Json.createArrayBuilder().add("client_credentials"))
                .add("client_authentication", Json.createObjectBuilder().add("token_endpoint_auth_method", "self_signed_tls_client_auth")
                        .add("jwks", HttpBrowser.parse(new JWKSet(key).toString(true))).add("tls_client_certificate_bound_access_tokens", true)).build());
    }

    @Test
    void theRegisteredCertificateProvesTheClientAndNothingElseDoes() {
        assertThat(token(ProxyConnection.header(own)).status()).isEqualTo(200);
        assertThat(token(ProxyConnection.header(foreign)).status()).isEqualTo(401);
        assertThat(token().status()).isEqualTo(401);
        assertThat(token("Client-Cert: junk").status()).isEqualTo(401);
        assertThat(token(ProxyConnection.header(own), ProxyConnection.header(foreign)).status()).isEqualTo(401);
    }

    @Test
    void theHeaderOfAnybodyElseIsIgnored() {
        String[] header = ProxyConnection.header(own).split(": ", 2);

        assertThat(server.browser().postForm("/application/o/token/", Map.of("grant_type", "client_credentials", "client_id", id), header[0], header[1])
                .statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenIsTakenOnlyTogetherWithTheCertificateItIsBoundTo() {
        String token = HttpBrowser.parse(token(ProxyConnection.header(own)).body()).getString("access_token");
        String authorization = "Authorization: Bearer " + token;

        assertThat(proxy.get("/application/o/userinfo/", authorization, ProxyConnection.header(own)).status()).isEqualTo(200);
        assertThat(proxy.get("/application/o/userinfo/", authorization, ProxyConnection.header(foreign)).status()).isEqualTo(401);
        assertThat(proxy.get("/application/o/userinfo/", authorization).status()).isEqualTo(401);
        JsonObject described = HttpBrowser.parse(proxy.post("/application/o/introspect/", Map.of("client_id", id, "token", token),
                ProxyConnection.header(own)).body());
        assertThat(described.getJsonObject("cnf").getString("x5t#S256")).hasSize(43);
    }

    private ProxyConnection.Answer token(String... headers) {
        return proxy.post("/application/o/token/", Map.of("grant_type", "client_credentials", "client_id", id), headers);
    }

    private static X509Certificate certificate(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(subject, BigInteger.valueOf(System.nanoTime()),
                    Date.from(Instant.now().minusSeconds(60)), Date.from(Instant.now().plusSeconds(3600)), subject, keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
