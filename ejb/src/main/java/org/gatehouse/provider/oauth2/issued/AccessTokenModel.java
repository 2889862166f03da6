package org.gatehouse.provider.oauth2.issued;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;

/** Access tokens, revoked or not, until they expire. */
@ApplicationScoped
public class AccessTokenModel extends IssuedTokenModel {

    public AccessTokenModel() {
        super(OAuthTokenKind.ACCESS, OAuthTokenRepository.ACCESS_COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_providers_oauth2.accesstoken";
    }

    @Override
    public String path() {
        return "oauth2/access_tokens";
    }
}
