package org.gatehouse.provider.oauth2.issued;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.type.WireObject;

/** Tokens of one kind: the contract's {@code TokenModel}. */
abstract class IssuedTokenModel extends IssuedGrantModel<OAuthToken> {

    private final OAuthTokenKind kind;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private OAuthClients clients;

    @Inject
    private Issuers issuers;

    IssuedTokenModel(OAuthTokenKind kind, ListColumns columns) {
        super(columns);
        this.kind = kind;
    }

    @Override
    protected OAuthTokenRepository repository() {
        return tokens;
    }

    @Override
    protected Optional<OAuthToken> findByNumber(long number) {
        return tokens.findByNumber(number).filter(token -> token.getKind() == kind);
    }

    /** Used up counts as revoked: neither can be used any more. */
    @Override
    protected JsonObject more(OAuthToken token) {
        return WireObject.empty().put("revoked", token.isRevoked() || token.getRedeemed() != null)
                .put("id_token", login(token).toString()).build();
    }

    /** What an ID token of the same grant says about the login. The claims about the user are not kept. */
    private JsonObject login(OAuthToken token) {
        WireObject claims = WireObject.empty();
        Optional<OAuthClient> client = clients.find(token.getProviderId());
        client.ifPresent(known -> claims.put("iss", issuers.issuer(known)).put("aud", known.clientId()));
        return claims.put("iat", token.getCreated().getEpochSecond()).put("exp", token.getExpires().getEpochSecond())
                .put("auth_time", token.getGrantData().get("auth_time")).build();
    }
}
