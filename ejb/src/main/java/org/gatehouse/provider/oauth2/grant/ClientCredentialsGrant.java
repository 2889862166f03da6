package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assertion.Assertions;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.AccountCredentials;
import org.gatehouse.provider.oauth2.protocol.ClientAssertion;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;

/**
 * The client credentials grant (RFC 6749 section 4.4). With its secret the client acts for a service account of its own. Instead a
 * request may bring an account and one of its app passwords, or a JWT of a provider that the client trusts (contracts of authentik's): then
 * these prove themselves, and the client need only be named.
 */
@ApplicationScoped
public class ClientCredentialsGrant implements GrantHandler {

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private AppPasswordProof appPasswords;

    @Inject
    private Assertions assertions;

    @Inject
    private ClientAccounts accounts;

    @Inject
    private ProgramGrants grants;

    @Override
    public GrantType grantType() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public boolean bringsAccount(TokenRequest request) {
        return AccountCredentials.named(request.parameters()).isPresent() || ClientAssertion.foreign(request.parameters()).isPresent()
                || ClientCredentials.parse(request.authorization(), request.parameters()).secret()
                        .filter(secret -> AccountCredentials.inSecret(secret).isPresent() || ClientAssertion.inSecret(secret).isPresent()).isPresent();
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        if (client.settings().isPublic()) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "A public client has no credentials.");
        }
        Optional<AccountCredentials> account = account(client, request);
        if (account.isPresent()) {
            return grants.byAppPassword(client, request, appPasswords.require(client, account.get()));
        }
        return assertion(client, request)
                .map(jwt -> grants.byAssertion(client, request, assertions.requireCredential(client, jwt)))
                .orElseGet(() -> grants.byClientSecret(client, request, accounts.admit(client)));
    }

    /** The account that the request brings. A secret that is not the client's has been let through only because it holds one. */
    private Optional<AccountCredentials> account(OAuthClient client, TokenRequest request) {
        return AccountCredentials.named(request.parameters())
                .or(() -> authenticator.otherSecret(client, request).flatMap(AccountCredentials::inSecret));
    }

    private Optional<String> assertion(OAuthClient client, TokenRequest request) {
        return ClientAssertion.foreign(request.parameters())
                .or(() -> authenticator.otherSecret(client, request).flatMap(ClientAssertion::inSecret));
    }
}
