package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.TokenWithGroups;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;
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
     * @param jwt what is sent instead of the claims to a client that wants them signed or encrypted ({@code application/jwt})
     */
    public record UserInfo(OAuthClient client, JsonObject claims, Optional<String> jwt) {
    }

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthClients clients;

    @Inject
    private SenderConstraints constraints;

    @Inject
    private ApplicationAccess access;

    @Inject
    private UserClaims claims;

    @Inject
    private Subjects subjects;

    @Inject
    private ClaimsResponse response;

    /**
     * Answers the holder of an access token.
     *
     * @throws OAuthRefusal {@code invalid_token}, {@code insufficient_scope} (RFC 6750 section 3.1), {@code invalid_dpop_proof} or
     *         {@code use_dpop_nonce} (RFC 9449 section 7.1)
     */
    public UserInfo handle(PresentedToken presented) {
        TokenWithGroups found = issued.findUsableWithGroups(presented.value()).orElseThrow(UserInfoEndpoint::invalidToken);
        OAuthToken token = found.token();
        OAuthClient client = clients.find(token.getProviderId()).orElseThrow(UserInfoEndpoint::invalidToken);
        Grant grant = issued.originOf(token).grant();
        constraints.requireHolder(client, grant.bound(), presented);
        List<String> scopes = grant.scopes();
        AdmittedUser admitted = admit(token);
        if (!access.decide(client.application(), admitted, PolicyContext.of(client, scopes, GrantType.AUTHORIZATION_CODE)).passing()) {
            throw invalidToken();
        }
        if (!scopes.contains(Scopes.OPENID)) {
            throw new OAuthRefusal(OAuthErrorCode.INSUFFICIENT_SCOPE, "The token was not issued for openid.");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sub", subjects.of(client, admitted.user()));
        answer.putAll(claims.ofUserInfo(client, admitted.user(), found.groups(), grant));
        JsonObject json = Json.createObjectBuilder(answer).build();
        return new UserInfo(client, json, response.userInfo(client, json));
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
