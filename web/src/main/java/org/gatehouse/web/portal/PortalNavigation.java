package org.gatehouse.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The pages about the user's own account, in the order of their menu, {@code #{portalNav}}. */
@Named("portalNav")
@ApplicationScoped
public class PortalNavigation {

    private static final List<PortalPage> PAGES = List.of(PortalPage.SETTINGS, PortalPage.SECURITY, PortalPage.SESSIONS, PortalPage.TOKENS,
            PortalPage.ACCESS);

    /**
     * An entry.
     *
     * @param name what the page is called in the messages: {@code portal.<name>}
     */
    public record Entry(String name, String address) {
    }

    public List<Entry> getPages() {
        return PAGES.stream().map(page -> new Entry(page.label(), page.address())).toList();
    }
}
