package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gatehouse.directory.preference.Preferences;
import org.gatehouse.directory.preference.Theme;
import org.gatehouse.model.directory.User;
import org.gatehouse.web.http.CurrentSession;

/** The colours of a page, {@code #{look.theme}}: what the user has chosen, else what the brand says, else as the system is set. */
@Named("look")
@RequestScoped
public class PageLook {

    @Inject
    private CurrentSession current;

    @Inject
    private PageBrand brand;

    /** {@code light}, {@code dark} or {@code automatic}: the style sheet knows the first two. */
    public String getTheme() {
        return current.user().map(User::getAttributes).map(Preferences::of).flatMap(Preferences::theme)
                .or(brand::theme).orElse(Theme.AUTOMATIC).wireName();
    }
}
