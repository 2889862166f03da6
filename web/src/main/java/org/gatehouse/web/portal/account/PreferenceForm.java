package org.gatehouse.web.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.directory.preference.OwnPreferences;
import org.gatehouse.directory.preference.Preferences;
import org.gatehouse.directory.preference.Theme;
import org.gatehouse.model.WireName;
import org.gatehouse.session.Login;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/** Keeps the language and the colours that the user chooses. */
@ApplicationScoped
public class PreferenceForm implements PortalForm {

    @Inject
    private OwnPreferences preferences;

    @Inject
    private OwnPreferencesPage shown;

    @Override
    public PortalPage page() {
        return PortalPage.SETTINGS;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        Optional<String> language = Optional.of(fields.get("language")).filter(Preferences.LANGUAGES::contains);
        try {
            preferences.choose(login.actor(), new Preferences(language, WireName.find(Theme.class, fields.get("theme"))));
        } catch (InvalidInput refused) {
            shown.refuse();
            return PortalAnswer.same();
        }
        return PortalAnswer.goTo(page(), "?done=saved");
    }
}
