package org.gatehouse.web.portal.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import org.gatehouse.authenticator.DeviceDirectory;
import org.gatehouse.authenticator.DeviceDirectory.Scope;
import org.gatehouse.model.WireName;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.session.Login;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.portal.PortalAnswer;
import org.gatehouse.web.portal.PortalFields;
import org.gatehouse.web.portal.PortalForm;
import org.gatehouse.web.portal.PortalPage;

/**
 * Renames or deletes one of the user's devices. {@code ?delete=} and {@code ?rename=} show the page with the question for that one
 * open, so that it works without script.
 */
@ApplicationScoped
public class DeviceForm implements PortalForm {

    @Inject
    private DeviceDirectory devices;

    @Override
    public PortalPage page() {
        return PortalPage.SECURITY;
    }

    @Override
    public PortalAnswer submit(Login login, PortalFields fields) {
        return PortalAnswer.goTo(page(), change(login, fields));
    }

    private String change(Login login, PortalFields fields) {
        Optional<DeviceClass> deviceClass = WireName.find(DeviceClass.class, fields.get("class"));
        String key = fields.get("device");
        try {
            if (deviceClass.isPresent() && fields.has("rename")) {
                devices.rename(login.actor(), Scope.OWN, deviceClass.get(), key,
                        Json.createObjectBuilder().add("name", fields.get("name")).build());
                return "?done=renamed";
            }
            if (deviceClass.isPresent() && fields.has("delete")) {
                devices.delete(login.actor(), Scope.OWN, deviceClass.get(), key);
                return "?done=deleted";
            }
            return "";
        } catch (ObjectNotFound gone) {
            return "";
        } catch (InvalidInput refused) {
            return "?rename=" + (key.matches("[0-9]{1,18}") ? key : "");
        }
    }
}
