package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.provider.oauth2.ClientAuthenticator;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
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
        return visible.find(asking, request).flatMap(found -> usable(found.row()).map(token -> description.of(found.owner(), token)))
                .orElse(INACTIVE);
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
