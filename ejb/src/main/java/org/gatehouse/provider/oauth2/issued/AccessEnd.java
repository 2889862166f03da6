package org.gatehouse.provider.oauth2.issued;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.consent.UserConsentRepository;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository;

/** Takes back everything an application has got to act for a user: consent, codes and tokens. Runs in the caller's transaction. */
@ApplicationScoped
public class AccessEnd {

    @Inject
    private UserConsentRepository consents;

    @Inject
    private AuthorizationCodeRepository codes;

    @Inject
    private OAuthTokenRepository tokens;

    void of(long userId, Application application) {
        consents.revoke(userId, application.getId());
        Provider provider = application.getProvider();
        if (provider != null) {
            codes.removeOf(userId, provider.getId());
            tokens.revokeOf(userId, provider.getId());
        }
    }
}
