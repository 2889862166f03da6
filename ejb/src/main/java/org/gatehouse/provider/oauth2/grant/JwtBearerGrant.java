package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assertion.Assertions;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;

/**
 * The JWT bearer grant (RFC 7523 section 2.1): the client authenticates as ever, and the assertion speaks for a subject, who gets a
 * service account at this client. It never becomes the user that the issuer knows by that name.
 */
@ApplicationScoped
public class JwtBearerGrant implements GrantHandler {

    @Inject
    private Assertions assertions;

    @Inject
    private ProgramGrants grants;

    @Override
    public GrantType grantType() {
        return GrantType.JWT_BEARER;
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        return grants.byAssertion(client, request, assertions.requireGrant(client, request.parameters().require("assertion")));
    }
}
