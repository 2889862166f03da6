package org.gatehouse.web.portal;

import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the portal. */
public enum PortalPage {

    APPLICATIONS("/", "applications"),
    SETTINGS("/settings/", "settings"),
    SECURITY("/security/", "security"),
    SESSIONS("/sessions/", "sessions"),
    ACCESS("/access/", "access"),
    TOKENS("/tokens/", "tokens"),
    NOTIFICATIONS("/notifications/", "notifications");

    private static final String ROOT = "/if/user";

    private final String path;
    private final String label;

    PortalPage(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** The page at this path below the portal's root. */
    static Optional<PortalPage> at(String path) {
        return Stream.of(values()).filter(page -> page.path.equals(path)).findFirst();
    }

    /** The Facelet. */
    String view() {
        return "/portal/" + label + ".xhtml";
    }

    /** Its name in addresses of Facelets and in messages, {@code portal.<label>}. */
    String label() {
        return label;
    }

    /** Where browsers find it. */
    public String address() {
        return ROOT + path;
    }
}
