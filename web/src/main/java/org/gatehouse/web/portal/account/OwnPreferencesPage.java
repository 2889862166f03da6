package org.gatehouse.web.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.gatehouse.directory.preference.Preferences;
import org.gatehouse.directory.preference.Theme;
import org.gatehouse.model.directory.User;
import org.gatehouse.web.http.CurrentSession;

/** What is known about the user and how they want pages to be, {@code #{ownPreferences}}. */
@Named("ownPreferences")
@RequestScoped
public class OwnPreferencesPage {

    @Inject
    private CurrentSession current;

    @Inject
    private HttpServletRequest request;

    private boolean refused;

    void refuse() {
        refused = true;
    }

    /** The code of the language that was chosen; empty for the browser's. */
    public String getLanguage() {
        return preferences().language().orElse("");
    }

    /** The contract's name of the colours that were chosen. */
    public String getTheme() {
        return preferences().theme().orElse(Theme.AUTOMATIC).wireName();
    }

    private Preferences preferences() {
        return current.user().map(User::getAttributes).map(Preferences::of).orElse(Preferences.NONE);
    }

    public String getEmail() {
        return current.user().map(User::getEmail).orElse("");
    }

    /** Whether the choice could not be kept. */
    public boolean isRefused() {
        return refused;
    }

    /** Whether the page says that the choice was kept. */
    public boolean isSaved() {
        return "saved".equals(request.getParameter("done"));
    }
}
