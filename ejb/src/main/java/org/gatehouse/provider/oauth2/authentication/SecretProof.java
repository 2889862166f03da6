package org.gatehouse.provider.oauth2.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;

/** The client secret itself, in the header or in the form (RFC 6749 section 2.3.1). Whoever guesses has to wait longer each time. */
@ApplicationScoped
public class SecretProof implements ClientProof {

    @Inject
    private ClientSecrets secrets;

    @Inject
    private FailureThrottle throttle;

    @Inject
    private RequestOrigin origin;

    @Override
    public Set<ClientAuthenticationMethod> methods() {
        return Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    @Override
    public boolean proves(OAuthClient client, ClientCredentials credentials, PresentedProofs proofs) {
        String secret = credentials.secret().orElseThrow();
        return throttle.guess("oauth2-client\n" + client.providerId(), origin.clientIp(),
                () -> Optional.of(client).filter(known -> secrets.matches(known, secret))).isPresent();
    }
}
