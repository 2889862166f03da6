package org.gatehouse.web.portal.application;

import java.util.Locale;
import org.gatehouse.model.application.Application;
import org.gatehouse.web.page.Initials;
import org.gatehouse.web.page.PageAddress;

/**
 * An application as the portal shows it.
 *
 * @param favourite whether the user has marked it
 * @param icon the address of its picture, or empty
 * @param initials shown instead of a picture
 * @param hue a number from 0 to 5 that stays the same for the application: the colour behind the initials
 */
public record ApplicationCard(String name, String slug, String group, String description, String publisher, boolean newTab,
        boolean favourite, String icon, String initials, int hue) {

    /** The card of an application. */
    public static ApplicationCard of(Application application, boolean favourite) {
        return new ApplicationCard(application.getName(), application.getSlug(), application.getGroupName(),
                application.getMetaDescription(), application.getMetaPublisher(), application.isOpenInNewTab(), favourite,
                PageAddress.image(application.getMetaIcon()).orElse(""), Initials.of(application.getName()),
                Math.floorMod(application.getSlug().hashCode(), 6));
    }

    /** Whether each of the words is somewhere on the card. */
    boolean matches(String search) {
        String text = (name + ' ' + group + ' ' + description + ' ' + publisher).toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Opens the application; policies are asked again there. */
    public String getLaunch() {
        return "/application/launch/" + slug + "/";
    }
}
