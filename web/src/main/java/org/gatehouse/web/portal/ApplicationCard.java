package org.gatehouse.web.portal;

import java.util.Locale;
import org.gatehouse.model.application.Application;
import org.gatehouse.web.page.Initials;
import org.gatehouse.web.page.PageAddress;

/**
 * An application as the portal shows it.
 *
 * @param icon the address of its picture, or empty
 * @param initials shown instead of a picture
 * @param hue a number from 0 to 5 that stays the same for the application: the colour behind the initials
 */
public record ApplicationCard(String name, String slug, String group, String description, String publisher, boolean newTab,
        String icon, String initials, int hue) {

    static ApplicationCard of(Application application) {
        return new ApplicationCard(application.getName(), application.getSlug(), application.getGroupName(),
                application.getMetaDescription(), application.getMetaPublisher(), application.isOpenInNewTab(),
                PageAddress.image(application.getMetaIcon()).orElse(""), Initials.of(application.getName()),
                Math.floorMod(application.getSlug().hashCode(), 6));
    }

    boolean matches(String search) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return (name + ' ' + group + ' ' + description + ' ' + publisher).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Opens the application; policies are asked again there. */
    public String getLaunch() {
        return "/application/launch/" + slug + "/";
    }
}
