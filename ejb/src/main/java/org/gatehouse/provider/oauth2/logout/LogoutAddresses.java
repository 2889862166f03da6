package org.gatehouse.provider.oauth2.logout;

import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.url.StrictUrl;

/** Checks the addresses that a client is called at, or led to, without having asked. */
public final class LogoutAddresses {

    private LogoutAddresses() {
    }

    /** Adds what is wrong with them. */
    public static void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        // Back-Channel Logout 1.0 section 2.2, Front-Channel Logout 1.0 section 2.
        if (StrictUrl.parse(settings.logoutUri()).filter(StrictUrl::hasFragment).isPresent()) {
            problems.add("logout_uri", "The URL must not have a fragment.");
        }
        String initiate = settings.registration().initiateLoginUri();
        Optional<StrictUrl> url = StrictUrl.parse(initiate).filter(StrictUrl::isWeb).filter(found -> !found.hasFragment());
        // OpenID Connect Core 1.0 section 4: https. An application on the developer's own machine has none.
        if (!initiate.isEmpty() && url.filter(found -> found.scheme().equals("https") || found.isLoopback()).isEmpty()) {
            problems.add("registration.initiate_login_uri", "Enter an https URL without a fragment.");
        }
    }
}
