package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.oauth2.ClientAuthenticator;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.session.LoginRefused;

/** Introspection (RFC 7662). A client sees the tokens that {@link VisibleTokens} says; others' do not exist for it. */
@Stateless
public class TokenIntrospection {

    private static final JsonObject INACTIVE = Json.createObjectBuilder().add("active", false).build();

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private IssuedTokens issued;

    @Inject
    private VisibleTokens visible;

    @Inject
    private Issuers issuers;

    /** @throws OAuthRefusal {@code invalid_client}, also for public clients: they cannot show that the token is theirs */
    public JsonObject introspect(TokenRequest request) {
        OAuthClient client = authenticator.authenticate(request.authorization(), request.parameters());
        if (client.settings().isPublic()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
        }
        return visible.find(client, request).flatMap(found -> usable(found.row()).map(token -> describe(found.owner(), token))).orElse(INACTIVE);
    }

    private Optional<OAuthToken> usable(OAuthToken token) {
        try {
            issued.admit(token);
            return issued.usable(token);
        } catch (LoginRefused refused) {
            return Optional.empty();
        }
    }

    private JsonObject describe(OAuthClient client, OAuthToken token) {
        Grant grant = issued.originOf(token).grant();
        JsonObjectBuilder json = Json.createObjectBuilder();
        Optional.ofNullable(grant.actors()).ifPresent(actors -> json.add("act", actors));
        return json.add("active", true)
                .add("iss", issuers.issuer(client))
                .add("sub", Subjects.of(token.getUser(), client.settings().subMode()))
                .add("aud", client.clientId())
                .add("client_id", Optional.ofNullable(grant.requester()).orElse(client.clientId()))
                .add("username", token.getUser().getUsername())
                .add("scope", Scopes.format(grant.scopes()))
                .add("token_type", token.getKind() == OAuthTokenKind.ACCESS ? "Bearer" : "refresh_token")
                .add("iat", token.getCreated().getEpochSecond())
                .add("exp", token.getExpires().getEpochSecond())
                .add("jti", token.getId().toString())
                .build();
    }
}
