package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.provider.oauth2.protocol.AccountCredentials;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.JwtAssertion;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * Authenticates clients (RFC 6749 section 2.3): {@code client_secret_basic}, {@code client_secret_post}, and {@code none} for public ones.
 * Guessing a client's secret from one network gets slower and slower; the answer is the same all the while.
 */
@ApplicationScoped
public class ClientAuthenticator {

    @Inject
    private OAuthClients clients;

    @Inject
    private SecretCipher cipher;

    @Inject
    private SuspiciousRequests suspicious;

    @Inject
    private FailureThrottle throttle;

    @Inject
    private RequestOrigin origin;

    /**
     * The client behind a request. An unknown client, a wrong and a missing secret get the same answer.
     *
     * @throws OAuthRefusal {@code invalid_client}, or {@code invalid_request} when the request is ambiguous
     */
    public OAuthClient authenticate(Optional<String> authorization, RequestParameters parameters) {
        ClientCredentials credentials = ClientCredentials.parse(authorization, parameters);
        return clients.find(credentials.clientId()).flatMap(client -> proven(client, credentials)).orElseThrow(() -> refusal(credentials));
    }

    /**
     * The client that a request names, for grants in which an account proves itself instead of the client. A secret must be right, unless
     * it is the account's own credentials ({@link AccountCredentials#inSecret}) or a JWT that speaks for it ({@link JwtAssertion#inSecret}).
     *
     * @throws OAuthRefusal as {@link #authenticate}
     */
    public OAuthClient identify(Optional<String> authorization, RequestParameters parameters) {
        ClientCredentials credentials = ClientCredentials.parse(authorization, parameters);
        boolean proofless = credentials.secret()
                .filter(secret -> AccountCredentials.inSecret(secret).isEmpty() && JwtAssertion.inSecret(secret).isEmpty()).isEmpty();
        return clients.find(credentials.clientId()).flatMap(client -> proofless ? Optional.of(client) : proven(client, credentials))
                .orElseThrow(() -> refusal(credentials));
    }

    /** The secret of the request, if it is not the client's: what else it is, the caller has to find out. */
    public Optional<String> otherSecret(OAuthClient client, Optional<String> authorization, RequestParameters parameters) {
        return ClientCredentials.parse(authorization, parameters).secret().filter(secret -> !isSecret(client, secret));
    }

    private OAuthRefusal refusal(ClientCredentials credentials) {
        suspicious.failedAuthentication(credentials.clientId());
        return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
    }

    /** A public client proves nothing; a secret it brings nevertheless must not be wrong. */
    private Optional<OAuthClient> proven(OAuthClient client, ClientCredentials credentials) {
        if (credentials.secret().isEmpty()) {
            return Optional.of(client).filter(known -> known.settings().isPublic());
        }
        String secret = credentials.secret().get();
        return throttle.guess("oauth2-client\n" + client.providerId(), origin.clientIp(),
                () -> Optional.of(client).filter(known -> isSecret(known, secret)));
    }

    private boolean isSecret(OAuthClient client, String secret) {
        return Digests.equal(cipher.open(client.settings().clientSecret().sealed()), secret);
    }
}
