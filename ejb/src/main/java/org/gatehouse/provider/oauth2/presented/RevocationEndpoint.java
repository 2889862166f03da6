package org.gatehouse.provider.oauth2.presented;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.IssuedTokens;

/** The revocation endpoint (RFC 7009). */
@Stateless
public class RevocationEndpoint {

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthTokenRepository tokens;

    /**
     * Revokes a token; a refresh token takes its whole family with it. One that is not known, or another client's, is answered alike, and
     * nothing happens to it (sections 2.1 and 2.2): whoever is trusted to look at the tokens of others is not trusted to end them.
     *
     * @throws OAuthRefusal {@code invalid_client}, or {@code invalid_request} when there is no token or a parameter is repeated
     */
    public void handle(TokenRequest request) {
        request.parameters().refuseRepeated();
        OAuthClient client = authenticator.authenticate(request);
        issued.find(request.parameters().require("token")).filter(token -> isIssuedTo(client, token)).ifPresent(this::revoke);
    }

    /** What was exchanged was issued to whoever has exchanged it, for another one's resources. */
    private boolean isIssuedTo(OAuthClient client, OAuthToken token) {
        return token.getProviderId().equals(client.providerId())
                || client.clientId().equals(issued.originOf(token).grant().requester());
    }

    private void revoke(OAuthToken token) {
        if (token.getKind() == OAuthTokenKind.REFRESH) {
            tokens.revokeFamily(token.getFamilyId());
        } else {
            tokens.revoke(token.getId());
        }
    }
}
