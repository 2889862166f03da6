package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.ClientAuthenticator;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.session.LoginRefused;

/** Introspection (RFC 7662) and revocation (RFC 7009). A client sees and revokes its own tokens only; others' do not exist for it. */
@Stateless
public class TokenIntrospection {

    private static final JsonObject INACTIVE = Json.createObjectBuilder().add("active", false).build();

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private Issuers issuers;

    /** @throws OAuthRefusal {@code invalid_client}, also for public clients: they cannot show that the token is theirs */
    public JsonObject introspect(TokenRequest request) {
        OAuthClient client = authenticator.authenticate(request.authorization(), request.parameters());
        if (client.settings().isPublic()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
        }
        return own(client, request).flatMap(this::usable).map(token -> describe(client, token)).orElse(INACTIVE);
    }

    /** Revokes a token; a refresh token takes its whole family with it. Unknown tokens are fine (RFC 7009 section 2.2). */
    public void revoke(TokenRequest request) {
        OAuthClient client = authenticator.authenticate(request.authorization(), request.parameters());
        own(client, request).ifPresent(token -> {
            if (token.getKind() == OAuthTokenKind.REFRESH) {
                tokens.revokeFamily(token.getFamilyId());
            } else {
                tokens.revoke(token.getId());
            }
        });
    }

    private Optional<OAuthToken> own(OAuthClient client, TokenRequest request) {
        return issued.find(request.parameters().require("token")).filter(token -> token.getProviderId().equals(client.providerId()));
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
        return Json.createObjectBuilder()
                .add("active", true)
                .add("iss", issuers.issuer(client))
                .add("sub", Subjects.of(token.getUser(), client.settings().subMode()))
                .add("aud", client.clientId())
                .add("client_id", client.clientId())
                .add("username", token.getUser().getUsername())
                .add("scope", Scopes.format(grant.scopes()))
                .add("token_type", token.getKind() == OAuthTokenKind.ACCESS ? "Bearer" : "refresh_token")
                .add("iat", token.getCreated().getEpochSecond())
                .add("exp", token.getExpires().getEpochSecond())
                .add("jti", token.getId().toString())
                .addAll(authentication(token, grant))
                .build();
    }

    /** How and when the user of the login has authenticated (RFC 9470 section 6.2). */
    private static JsonObjectBuilder authentication(OAuthToken token, Grant grant) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        return token.getSessionId() == null ? json : json.add("acr", grant.context()).add("auth_time", grant.authTime());
    }
}
