package org.gatehouse.provider.oauth2.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.protocol.AccountCredentials;
import org.gatehouse.provider.oauth2.protocol.ClientAssertion;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;

/**
 * Authenticates clients (RFC 6749 section 2.3, RFC 7521 section 4.2, RFC 8705 section 2) at every endpoint that asks for it. How a
 * method works is said by a {@link ClientProof}. Guessing a client's secret from one network gets slower and slower; the answer is the
 * same all the while.
 */
@ApplicationScoped
public class ClientAuthenticator {

    @Inject
    private OAuthClients clients;

    @Inject
    private ClientProofs proofs;

    @Inject
    private ClientSecrets secrets;

    @Inject
    private SuspiciousRequests suspicious;

    /**
     * The client behind a request. An unknown client, a wrong and a missing proof get the same answer.
     *
     * @throws OAuthRefusal {@code invalid_client}, or {@code invalid_request} when the request is ambiguous
     */
    public OAuthClient authenticate(TokenRequest request) {
        ClientCredentials credentials = credentials(request);
        return clients.find(credentials.clientId()).filter(client -> proofs.prove(client, credentials, request.proofs()))
                .orElseThrow(() -> refusal(credentials));
    }

    /**
     * The client that a request names, for grants in which an account proves itself instead of the client. A proof that is there must be
     * right, unless it is somebody else's: the account's own credentials ({@link AccountCredentials#inSecret}), a JWT that speaks for it
     * ({@link ClientAssertion#inSecret}), or an assertion of another issuer.
     *
     * @throws OAuthRefusal as {@link #authenticate}
     */
    public OAuthClient identify(TokenRequest request) {
        ClientCredentials credentials = credentials(request);
        return clients.find(credentials.clientId())
                .filter(client -> isNoProof(credentials) || proofs.prove(client, credentials, request.proofs()))
                .orElseThrow(() -> refusal(credentials));
    }

    /** The secret of the request, if it is not the client's: what else it is, the caller has to find out. */
    public Optional<String> otherSecret(OAuthClient client, TokenRequest request) {
        return credentials(request).secret().filter(secret -> !secrets.matches(client, secret));
    }

    private static boolean isNoProof(ClientCredentials credentials) {
        if (credentials.assertion().isPresent()) {
            return credentials.assertion().flatMap(ClientAssertion::issuer).filter(credentials.clientId()::equals).isEmpty();
        }
        return credentials.secret().filter(secret -> AccountCredentials.inSecret(secret).isEmpty() && ClientAssertion.inSecret(secret).isEmpty()).isEmpty();
    }

    private static ClientCredentials credentials(TokenRequest request) {
        return ClientCredentials.parse(request.authorization(), request.parameters());
    }

    private OAuthRefusal refusal(ClientCredentials credentials) {
        suspicious.failedAuthentication(credentials.clientId());
        return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
    }
}
