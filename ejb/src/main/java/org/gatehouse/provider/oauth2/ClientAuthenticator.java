package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/** Authenticates clients (RFC 6749 section 2.3): {@code client_secret_basic}, {@code client_secret_post}, and {@code none} for public ones. */
@ApplicationScoped
public class ClientAuthenticator {

    @Inject
    private OAuthClients clients;

    @Inject
    private SecretCipher cipher;

    @Inject
    private SuspiciousRequests suspicious;

    /**
     * The client behind a request. An unknown client, a wrong and a missing secret get the same answer.
     *
     * @throws OAuthRefusal {@code invalid_client}, or {@code invalid_request} when the request is ambiguous
     */
    public OAuthClient authenticate(Optional<String> authorization, RequestParameters parameters) {
        ClientCredentials credentials = ClientCredentials.parse(authorization, parameters);
        return clients.find(credentials.clientId()).filter(client -> accepts(client, credentials))
                .orElseThrow(() -> refusal(credentials));
    }

    private OAuthRefusal refusal(ClientCredentials credentials) {
        suspicious.failedAuthentication(credentials.clientId());
        return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
    }

    /** A public client proves nothing; a secret it brings nevertheless must not be wrong. */
    private boolean accepts(OAuthClient client, ClientCredentials credentials) {
        if (credentials.secret().isEmpty()) {
            return client.settings().isPublic();
        }
        return Digests.equal(cipher.open(client.settings().clientSecret().sealed()), credentials.secret().get());
    }
}
