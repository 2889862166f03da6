package org.gatehouse.provider.oauth2.presented;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.ClaimsResponse;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginRefused;

/**
 * Introspection (RFC 7662). A client sees the tokens that {@link VisibleTokens} says; others' do not exist for it. A token is active only
 * for as long as its user may enter the application, as everywhere else; an application without policies costs no statement more.
 */
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
    private ApplicationAccess access;

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
        return visible.find(asking, request).filter(this::isUsable).map(found -> description.of(found.owner(), found.row())).orElse(INACTIVE);
    }

    private boolean isUsable(VisibleTokens.Visible found) {
        try {
            return issued.usable(found.row()).isPresent() && permits(found.owner(), found.row(), issued.admit(found.row()));
        } catch (LoginRefused refused) {
            return false;
        }
    }

    private boolean permits(OAuthClient owner, OAuthToken token, AdmittedUser admitted) {
        List<String> scopes = issued.originOf(token).grant().scopes();
        return access.decide(owner.application(), admitted, PolicyContext.of(owner, scopes, GrantType.AUTHORIZATION_CODE)).passing();
    }
}
