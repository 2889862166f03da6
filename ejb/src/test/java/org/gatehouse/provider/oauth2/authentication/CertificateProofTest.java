package org.gatehouse.provider.oauth2.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.jose.TestCertificates;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.junit.jupiter.api.Test;

/** RFC 8705 section 2, as {@link ClientAuthenticator} answers. */
class CertificateProofTest {

    private static final TestCertificates.Issued AUTHORITY = TestCertificates.authority("Trusted");
    private static final String SUBJECT = "CN=billing,O=Example,C=DE";

    private final MovableClock clock = new MovableClock();
    private OAuthClient client = named("tls_client_auth_subject_dn", SUBJECT);

    private final ClientAuthenticator authenticator = TestClients.authenticator(clock, TestClients.only(() -> client),
            new ClientAuthorities(List.of(AUTHORITY.certificate()), clock));

    @Test
    void acceptsACertificateOfATrustedAuthorityWithTheRegisteredSubject() {
        accepted(TestCertificates.issue(AUTHORITY, SUBJECT));
        client = named("tls_client_auth_subject_dn", "cn=Billing, o=example, c=de");
        accepted(TestCertificates.issue(AUTHORITY, SUBJECT));
    }

    @Test
    void refusesAnotherSubject() {
        refused(TestCertificates.issue(AUTHORITY, "CN=other,O=Example,C=DE"));
        refused(TestCertificates.issue(AUTHORITY, "CN=billing,O=Example"));
        refused(TestCertificates.issue(AUTHORITY, "CN=billing\\,O=Example\\,C=DE"));
    }

    @Test
    void refusesWhatNoTrustedAuthorityHasIssued() {
        refused(TestCertificates.issue(TestCertificates.authority("Trusted"), SUBJECT));
        refused(TestCertificates.issue(TestCertificates.selfSigned("Trusted"), SUBJECT));
        client = named("tls_client_auth_subject_dn", "CN=alone");
        refused(TestCertificates.selfSigned("alone").certificate());
    }

    @Test
    void aCertificateOfAClientIssuesNoOthers() {
        TestCertificates.Issued leaf = TestCertificates.selfSigned("leaf");
        X509Certificate forged = TestCertificates.issue(new TestCertificates.Issued(TestCertificates.issue(AUTHORITY, "CN=leaf"), leaf.keys()), SUBJECT);

        refused(forged);
    }

    @Test
    void refusesCertificatesForServersAndUntimelyOnes() {
        refused(TestCertificates.issue(AUTHORITY, SUBJECT, KeyPurposeId.id_kp_serverAuth));
        X509Certificate certificate = TestCertificates.issue(AUTHORITY, SUBJECT);
        clock.advance(Duration.ofDays(365));
        refused(certificate);
    }

    @Test
    void refusesARequestWithoutCertificateAndOneWithASecretInstead() {
        assertThat(code(new PresentedProofs(List.of(), List.of(), "POST", ""), Map.of("client_id", new String[] {"app"})))
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        assertThat(code(new PresentedProofs(List.of(), List.of(TestCertificates.issue(AUTHORITY, SUBJECT)), "POST", ""),
                Map.of("client_id", new String[] {"app"}, "client_secret", new String[] {TestClients.SECRET}))).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    @Test
    void withoutConfiguredAuthoritiesNobodyIsTrusted() {
        ClientAuthenticator closed = TestClients.authenticator(clock, TestClients.only(() -> client));

        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> closed.authenticate(request(TestCertificates.issue(AUTHORITY, SUBJECT))))).isNotNull();
    }

    @Test
    void recognisesAlternativeNames() {
        X509Certificate certificate = TestCertificates.issue(AUTHORITY, "CN=x", new GeneralName(GeneralName.dNSName, "billing.example.com"),
                new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://example.com/billing"),
                new GeneralName(GeneralName.iPAddress, "2001:db8::7"), new GeneralName(GeneralName.rfc822Name, "billing@example.com"));
        for (Map.Entry<String, String> name : Map.of("tls_client_auth_san_dns", "Billing.example.com",
                "tls_client_auth_san_uri", "spiffe://example.com/billing", "tls_client_auth_san_ip", "2001:db8:0:0::7",
                "tls_client_auth_san_email", "billing@example.com").entrySet()) {
            client = named(name.getKey(), name.getValue());
            accepted(certificate);
        }
        for (Map.Entry<String, String> name : Map.of("tls_client_auth_san_dns", "spiffe://example.com/billing",
                "tls_client_auth_san_uri", "billing.example.com", "tls_client_auth_san_ip", "2001:db8::8",
                "tls_client_auth_san_email", "billing@example.org").entrySet()) {
            client = named(name.getKey(), name.getValue());
            refused(certificate);
        }
        client = named("tls_client_auth_san_dns", "x");
        refused(TestCertificates.issue(AUTHORITY, "CN=x"));
    }

    @Test
    void acceptsExactlyTheSelfSignedCertificateThatIsRegistered() {
        X509Certificate registered = TestCertificates.selfSigned("own").certificate();
        client = client("self_signed_tls_client_auth", "jwks", TestKeys.jwks(TestKeys.RSA, key(registered)));

        accepted(registered);
        refused(TestCertificates.selfSigned("own").certificate());
        refused(TestCertificates.issue(AUTHORITY, "CN=own"));
    }

    private static ECKey key(X509Certificate certificate) {
        try {
            return new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.getPublicKey())
                    .x509CertChain(List.of(Base64.encode(certificate.getEncoded()))).build();
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static OAuthClient named(String field, String name) {
        return TestClients.client(TestClients.settings().add("client_authentication",
                Json.createObjectBuilder().add("token_endpoint_auth_method", "tls_client_auth").add(field, name)));
    }

    private static OAuthClient client(String method, String field, JsonObject value) {
        return TestClients.client(TestClients.settings().add("client_authentication",
                Json.createObjectBuilder().add("token_endpoint_auth_method", method).add(field, value)));
    }

    private void accepted(X509Certificate certificate) {
        assertThat(authenticator.authenticate(request(certificate))).isSameAs(client);
    }

    private void refused(X509Certificate certificate) {
        assertThat(code(new PresentedProofs(List.of(), List.of(certificate), "POST", ""), Map.of("client_id", new String[] {"app"})))
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    private OAuthErrorCode code(PresentedProofs proofs, Map<String, String[]> form) {
        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class,
                () -> authenticator.authenticate(new TokenRequest(Optional.empty(), new RequestParameters(form), proofs)));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.error().code();
    }

    private static TokenRequest request(X509Certificate certificate) {
        return new TokenRequest(Optional.empty(), new RequestParameters(Map.of("client_id", new String[] {"app"})),
                new PresentedProofs(List.of(), List.of(certificate), "POST", ""));
    }
}
