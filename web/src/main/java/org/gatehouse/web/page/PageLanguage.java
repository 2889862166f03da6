package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.directory.preference.Preferences;
import org.gatehouse.model.directory.User;
import org.gatehouse.web.http.CurrentSession;

/** The language of the pages of this request: the one that the user has chosen, else the browser's. */
@RequestScoped
public class PageLanguage {

    @Inject
    private CurrentSession current;

    @Inject
    private HttpServletRequest request;

    public Locale locale() {
        return chosen().orElseGet(() -> PageText.localeOf(request.getLocale()));
    }

    /** What the user has chosen in the portal. */
    public Optional<Locale> chosen() {
        return current.user().map(User::getAttributes).map(Preferences::of).flatMap(Preferences::language).map(Locale::forLanguageTag);
    }
}
