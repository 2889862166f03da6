package org.gatehouse.web.portal;

import java.util.Optional;

/**
 * What follows a form.
 *
 * @param location where the browser goes; empty when the form's page itself is the answer, with what must not be lost or is shown once
 */
public record PortalAnswer(Optional<String> location) {

    /** The page with the form answers. */
    public static PortalAnswer same() {
        return new PortalAnswer(Optional.empty());
    }

    /** The browser asks for a page. */
    public static PortalAnswer goTo(PortalPage page) {
        return goTo(page, "");
    }

    /** The browser asks for a page, with a query or fragment of ours behind its address. */
    public static PortalAnswer goTo(PortalPage page, String behind) {
        return new PortalAnswer(Optional.of(page.address() + behind));
    }
}
