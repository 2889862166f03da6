package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginRefused;

/** The userinfo endpoint (OpenID Connect Core 1.0 section 5.3). */
@Stateless
public class UserInfoEndpoint {

    /**
     * The answer.
     *
     * @param client whose token it was; only its origins may read the answer in a browser
     */
    public record UserInfo(OAuthClient client, JsonObject claims) {
    }

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthClients clients;

    @Inject
    private ApplicationAccess access;

    @Inject
    private UserClaims claims;

    /** @throws OAuthRefusal {@code invalid_token} or {@code insufficient_scope} (RFC 6750 section 3.1) */
    public UserInfo handle(String accessToken) {
        OAuthToken token = issued.findUsable(accessToken, OAuthTokenKind.ACCESS).orElseThrow(UserInfoEndpoint::invalidToken);
        OAuthClient client = clients.find(token.getProviderId()).orElseThrow(UserInfoEndpoint::invalidToken);
        Grant grant = issued.originOf(token).grant();
        List<String> scopes = grant.scopes();
        AdmittedUser admitted = admit(token);
        if (!access.decide(client.application(), admitted, PolicyContext.of(client, scopes, GrantType.AUTHORIZATION_CODE)).passing()) {
            throw invalidToken();
        }
        if (!scopes.contains(Scopes.OPENID)) {
            throw new OAuthRefusal(OAuthErrorCode.INSUFFICIENT_SCOPE, "The token was not issued for openid.");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sub", Subjects.of(admitted.user(), client.settings().subMode()));
        answer.putAll(claims.ofUserInfo(client, admitted.user(), grant));
        return new UserInfo(client, Json.createObjectBuilder(answer).build());
    }

    private AdmittedUser admit(OAuthToken token) {
        try {
            return issued.admit(token);
        } catch (LoginRefused refused) {
            throw invalidToken();
        }
    }

    private static OAuthRefusal invalidToken() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "The access token is not valid.");
    }
}
