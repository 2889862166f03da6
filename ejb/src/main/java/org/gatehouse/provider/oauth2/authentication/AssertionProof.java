package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;
import org.gatehouse.provider.oauth2.protocol.ClientAssertion;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;

/**
 * An assertion that the client has signed with its secret or its own key (RFC 7523 section 3, OpenID Connect Core 1.0 section 9). The
 * algorithm has to be one of the registered method, and the registered one if there is one; key and algorithm never come from the
 * assertion (RFC 8725 sections 3.1 and 3.2).
 */
@ApplicationScoped
public class AssertionProof implements ClientProof {

    /** The algorithms of {@code client_secret_jwt}. */
    public static final List<JWSAlgorithm> SECRET_ALGORITHMS = List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);

    @Inject
    private ClientKeys keys;

    @Inject
    private ClientSecrets secrets;

    @Inject
    private AssertionClaims claims;

    @Inject
    private FailureThrottle throttle;

    @Inject
    private RequestOrigin origin;

    @Override
    public Set<ClientAuthenticationMethod> methods() {
        return Set.of(ClientAuthenticationMethod.CLIENT_SECRET_JWT, ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }

    @Override
    public boolean proves(OAuthClient client, ClientCredentials credentials, PresentedProofs proofs) {
        ClientAssertion assertion = credentials.assertion().orElseThrow();
        boolean signed = isKeyed(client) ? isSigned(client, assertion.jwt()) : isSealed(client, assertion.jwt());
        return signed && claims.accept(client, assertion);
    }

    private static boolean isKeyed(OAuthClient client) {
        return client.settings().clientAuthentication().tokenEndpointAuthMethod() == ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    }

    private boolean isSigned(OAuthClient client, SignedJWT jwt) {
        List<JWSAlgorithm> allowed = allowed(client, client.settings().authorizationRequests().securityProfile().clientAlgorithms());
        return allowed.contains(jwt.getHeader().getAlgorithm())
                && ClientSignatures.verify(jwt, keys.withKey(client, jwt.getHeader().getKeyID()), allowed);
    }

    /** A MAC can be guessed like the secret itself, so it is slowed down like that. */
    private boolean isSealed(OAuthClient client, SignedJWT jwt) {
        return allowed(client, SECRET_ALGORITHMS).contains(jwt.getHeader().getAlgorithm())
                && throttle.guess("oauth2-client\n" + client.providerId(), origin.clientIp(),
                        () -> Optional.of(client).filter(known -> secrets.any(known, secret -> isSealed(jwt, secret)))).isPresent();
    }

    private static boolean isSealed(SignedJWT jwt, String secret) {
        try {
            return jwt.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException | IllegalStateException tooShort) {
            return false;
        }
    }

    private static List<JWSAlgorithm> allowed(OAuthClient client, List<JWSAlgorithm> ofMethod) {
        String registered = client.settings().clientAuthentication().tokenEndpointAuthSigningAlg();
        return ofMethod.stream().filter(algorithm -> registered.isEmpty() || algorithm.getName().equals(registered)).toList();
    }
}
