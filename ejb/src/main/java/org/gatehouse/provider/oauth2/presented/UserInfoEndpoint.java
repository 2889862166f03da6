package org.gatehouse.provider.oauth2.presented;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.claims.UserClaims;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.token.ClaimsResponse;
import org.gatehouse.provider.oauth2.token.Subjects;

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
    private PresentedAccess access;

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
        PresentedAccess.Opened opened = access.open(presented);
        if (!opened.grant().scopes().contains(Scopes.OPENID)) {
            throw new OAuthRefusal(OAuthErrorCode.INSUFFICIENT_SCOPE, "The token was not issued for openid.");
        }
        OAuthClient client = opened.client();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sub", subjects.of(client, opened.admitted().user()));
        answer.putAll(claims.ofUserInfo(client, opened.admitted().user(), opened.groups(), opened.grant()));
        JsonObject json = Json.createObjectBuilder(answer).build();
        return new UserInfo(client, json, response.userInfo(client, json));
    }
}
