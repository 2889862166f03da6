package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gatehouse.session.Impersonator;
import org.gatehouse.session.LiveSession;
import org.gatehouse.web.http.CurrentSession;

/** Whether somebody acts as another user, for the banner on every page: {@code #{impersonation}}. */
@Named("impersonation")
@RequestScoped
public class PageImpersonation {

    @Inject
    private CurrentSession current;

    public boolean isActive() {
        return current.session().flatMap(LiveSession::impersonator).isPresent();
    }

    /** Who acts. */
    public String getBy() {
        return current.session().flatMap(LiveSession::impersonator).map(Impersonator::username).orElse("");
    }

    /** Whether the console offers it for this object: somebody else, and not while acting as another already. */
    public boolean isOffered(String model, boolean isNew, String key) {
        return model.equals("authentik_core.user") && !isNew && !isActive()
                && current.user().filter(user -> user.getId().toString().equals(key)).isEmpty();
    }
}
