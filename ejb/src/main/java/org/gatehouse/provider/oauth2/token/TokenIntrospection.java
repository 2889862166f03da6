package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.ClientAuthenticator;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.session.LoginRefused;

/**
 * Introspection (RFC 7662) and revocation (RFC 7009). A client sees and revokes its own tokens, and those of the providers that it is
 * configured to trust ({@code jwt_federation_providers}); others' do not exist for it.
 */
@Stateless
public class TokenIntrospection {

    private static final JsonObject INACTIVE = Json.createObjectBuilder().add("active", false).build();

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private OAuthClients clients;

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private TokenDescription description;

    @Inject
    private ClaimsResponse response;

    /** @throws OAuthRefusal {@code invalid_client}, also for public clients: they cannot show that the token is theirs */
    public JsonObject introspect(TokenRequest request) {
        return introspect(authenticate(request), request);
    }

    /**
     * As {@link #introspect(TokenRequest)}, as a JWT for the client that asks (RFC 9701 section 5).
     *
     * @return the signed and, if the client wants that, encrypted answer
     */
    public String introspectAsJwt(TokenRequest request) {
        OAuthClient client = authenticate(request);
        return response.introspection(client, introspect(client, request));
    }

    private OAuthClient authenticate(TokenRequest request) {
        request.parameters().refuseRepeated();
        OAuthClient client = authenticator.authenticate(request);
        if (client.settings().isPublic()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
        }
        return client;
    }

    private JsonObject introspect(OAuthClient asking, TokenRequest request) {
        return visible(asking, request).flatMap(this::usable)
                .flatMap(token -> ownerOf(asking, token).map(owner -> description.of(owner, token))).orElse(INACTIVE);
    }

    /** Revokes a token; a refresh token takes its whole family with it. Unknown tokens are fine (RFC 7009 section 2.2). */
    public void revoke(TokenRequest request) {
        OAuthClient client = authenticator.authenticate(request);
        visible(client, request).ifPresent(token -> {
            if (token.getKind() == OAuthTokenKind.REFRESH) {
                tokens.revokeFamily(token.getFamilyId());
            } else {
                tokens.revoke(token.getId());
            }
        });
    }

    private Optional<OAuthToken> visible(OAuthClient asking, TokenRequest request) {
        return issued.find(request.parameters().require("token")).filter(token -> ownerOf(asking, token).isPresent());
    }

    /** The client whose token it is, if the asking one may know. A public client proves nothing, so it sees nobody else's. */
    private Optional<OAuthClient> ownerOf(OAuthClient asking, OAuthToken token) {
        if (token.getProviderId().equals(asking.providerId())) {
            return Optional.of(asking);
        }
        List<Long> trusted = asking.settings().isPublic() ? List.of() : asking.settings().jwtFederationProviders();
        return trusted.isEmpty() ? Optional.empty() : clients.find(token.getProviderId()).filter(owner -> trusted.contains(owner.numPk()));
    }

    private Optional<OAuthToken> usable(OAuthToken token) {
        try {
            issued.admit(token);
            return issued.usable(token);
        } catch (LoginRefused refused) {
            return Optional.empty();
        }
    }
}
