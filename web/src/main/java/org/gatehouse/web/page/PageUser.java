package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.directory.User;
import org.gatehouse.web.http.CurrentSession;

/** Who is logged in, for the account menu: {@code #{me}}. */
@Named("me")
@RequestScoped
public class PageUser {

    @Inject
    private CurrentSession current;

    @Inject
    private PageBrand brand;

    @Inject
    private Permissions permissions;

    public boolean isLoggedIn() {
        return current.user().isPresent();
    }

    /** The name, or the user name of somebody who has none. */
    public String getName() {
        return current.user().map(user -> user.getName().isBlank() ? user.getUsername() : user.getName()).orElse("");
    }

    public String getUsername() {
        return current.user().map(User::getUsername).orElse("");
    }

    public String getInitials() {
        return Initials.of(getName());
    }

    /** Whether the console is open to this user. */
    public boolean isSuperuser() {
        return permissions.has(current.actor(), SpecialPermission.ACCESS_ADMIN_INTERFACE.permission());
    }

    /** Where logging out starts. */
    public String getLogout() {
        return brand.logoutPage().orElse("/if/user/");
    }

    /** Where the user changes what is known about them; empty for nowhere. */
    public String getSettings() {
        return brand.settingsPage().orElse("");
    }

    /** Where the user locks the account; empty for nowhere. */
    public String getLockdown() {
        return brand.lockdownPage().orElse("");
    }

    /** Where the user deletes the account; empty for nowhere. */
    public String getUnenrollment() {
        return brand.unenrollmentPage().orElse("");
    }
}
