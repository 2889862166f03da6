package org.gatehouse.web.portal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.application.ApplicationShelf;
import org.gatehouse.session.Login;
import org.gatehouse.web.page.PageAddress;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/** Makes an application a favourite, or no longer one, and returns to it on the page where it was. */
@ApplicationScoped
public class FavouriteForm implements PortalForm {

    @Inject
    private ApplicationShelf shelves;

    @Override
    public PortalPage page() {
        return PortalPage.APPLICATIONS;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        String slug = fields.get("application");
        shelves.favour(login.user(), slug, fields.get("favourite").equals("yes"));
        Map<String, String> query = new LinkedHashMap<>();
        if (!fields.get("search").isBlank()) {
            query.put("search", fields.get("search"));
        }
        if (fields.get("page").matches("[0-9]{1,6}") && !fields.get("page").equals("1")) {
            query.put("page", fields.get("page"));
        }
        String fragment = slug.matches("[-A-Za-z0-9_]{1,200}") ? "#app-" + slug : "";
        return PortalAnswer.goTo(page(), PageAddress.withQuery("", query) + fragment);
    }
}
