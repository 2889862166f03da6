package org.gatehouse.provider.oauth2.issued;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;

/** Refresh tokens, revoked or not, until they expire. */
@ApplicationScoped
public class RefreshTokenModel extends IssuedTokenModel {

    public RefreshTokenModel() {
        super(OAuthTokenKind.REFRESH, OAuthTokenRepository.REFRESH_COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_providers_oauth2.refreshtoken";
    }

    @Override
    public String path() {
        return "oauth2/refresh_tokens";
    }
}
