package org.gatehouse.webauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.brand.Brands;
import org.gatehouse.event.RequestOrigin;

/**
 * Says who we are in the current request: the host the browser used. A credential is bound to that host for ever, so an installation
 * that people reach under several names has several sets of credentials.
 */
@ApplicationScoped
public class RelyingParties {

    @Inject
    private RequestOrigin origin;

    @Inject
    private Brands brands;

    /** The relying party, named like the brand of the host. */
    public RelyingParty current() {
        String title = brands.current().getTitle();
        return new RelyingParty(origin.host(), title == null || title.isBlank() ? origin.host() : title, origin.baseUrl());
    }
}
