package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;

/**
 * The certificate of the connection: one of a trusted authority with the registered name (RFC 8705 section 2.1), or one that the client
 * has registered itself (section 2.2). That the client holds the key was shown to the server that ended TLS.
 */
@ApplicationScoped
public class CertificateProof implements ClientProof {

    @Inject
    private ClientKeys keys;

    @Inject
    private ClientAuthorities authorities;

    @Inject
    private Clock clock;

    @Override
    public Set<ClientAuthenticationMethod> methods() {
        return Set.of(ClientAuthenticationMethod.TLS_CLIENT_AUTH, ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);
    }

    @Override
    public boolean proves(OAuthClient client, ClientCredentials credentials, PresentedProofs proofs) {
        return proofs.certificate().filter(this::isTimely).filter(certificate -> fits(client, certificate, proofs.certificates())).isPresent();
    }

    private boolean fits(OAuthClient client, X509Certificate certificate, List<X509Certificate> chain) {
        ClientAuthenticationSettings settings = client.settings().clientAuthentication();
        if (settings.tokenEndpointAuthMethod() == ClientAuthenticationMethod.TLS_CLIENT_AUTH) {
            return CertificateNames.match(certificate, settings) && authorities.trust(chain);
        }
        return keys.of(client).getKeys().stream().anyMatch(key -> isOf(key, certificate));
    }

    private boolean isTimely(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException untimely) {
            return false;
        }
    }

    /** Whether it is the certificate of the key: the first of {@code x5c}, byte for byte. */
    private static boolean isOf(JWK key, X509Certificate certificate) {
        try {
            return key.getX509CertChain() != null && !key.getX509CertChain().isEmpty()
                    && Arrays.equals(key.getX509CertChain().get(0).decode(), certificate.getEncoded());
        } catch (CertificateEncodingException broken) {
            return false;
        }
    }
}
