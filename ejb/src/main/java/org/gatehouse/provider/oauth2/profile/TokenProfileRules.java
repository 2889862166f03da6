package org.gatehouse.provider.oauth2.profile;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SecurityProfile;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * What a client's profile demands at the token endpoint. That the client proves itself by a key and that its tokens are bound follows
 * from its settings, which {@link ProfileContradictions} looks at anew with each request: settings that do not keep the profile, however
 * they came about, yield no tokens.
 */
@ApplicationScoped
public class TokenProfileRules {

    /**
     * Called once the client is known.
     *
     * @param proven whether the client itself has proved who it is, and not an account in its place
     * @throws OAuthRefusal {@code unauthorized_client}, or {@code invalid_client} when the client has to prove itself
     */
    public void check(OAuthClient client, GrantType grantType, boolean proven) {
        SecurityProfile profile = client.settings().authorizationRequests().securityProfile();
        if (!profile.includes(SecurityProfile.OAUTH_2_1)) {
            return;
        }
        if (profile.isFapi() && !proven) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
        }
        boolean gone = grantType == GrantType.PASSWORD || grantType == GrantType.IMPLICIT || grantType == GrantType.HYBRID;
        if (gone || !ProfileContradictions.of(client.settings()).isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "The client's security profile does not allow this.");
        }
    }

    /**
     * Whether refresh tokens stay the same when they are used. FAPI 2.0 Security Profile section 5.3.2.1: rotation locks out clients whose
     * network fails, and adds nothing where tokens are bound to their sender.
     */
    public static boolean keepsRefreshTokens(OAuthClient client) {
        return client.settings().authorizationRequests().securityProfile().isFapi();
    }
}
