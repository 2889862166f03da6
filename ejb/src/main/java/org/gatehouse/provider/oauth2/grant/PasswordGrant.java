package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.AccountCredentials;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;

/**
 * The resource owner password credentials grant (RFC 6749 section 4.3), for app passwords only: the password people log in with never
 * gets into the hands of a client (RFC 9700 section 2.4), and no second factor is gone around. A confidential client authenticates too.
 */
@ApplicationScoped
public class PasswordGrant implements GrantHandler {

    @Inject
    private AppPasswordProof appPasswords;

    @Inject
    private ProgramGrants grants;

    @Override
    public GrantType grantType() {
        return GrantType.PASSWORD;
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        return grants.byAppPassword(client, request, appPasswords.require(client, AccountCredentials.require(request.parameters())));
    }
}
