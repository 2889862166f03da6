package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.authenticator.AuthenticatorTypes;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.WireExtras;
import org.gatehouse.type.WireObject;

/** Shows with a validation stage which models of security keys it accepts, by name. */
@ApplicationScoped
public class AllowedDeviceTypes implements WireExtras {

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private AuthenticatorTypes types;

    @Override
    public Family family() {
        return Family.STAGE;
    }

    @Override
    public Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> stages) {
        Map<UUID, JsonObject> extras = new HashMap<>();
        stages.stream().filter(stage -> objects.typeOf(stage).settingsType() == AuthenticatorValidateStageSettings.class)
                .forEach(stage -> extras.put(stage.getId(), describe(objects.settings(stage, AuthenticatorValidateStageSettings.class))));
        return extras;
    }

    private JsonObject describe(AuthenticatorValidateStageSettings settings) {
        List<JsonObject> known = settings.webauthnAllowedDeviceTypes().isEmpty() ? List.of()
                : types.find(DeviceClass.WEBAUTHN).map(type -> type.deviceTypes(settings.webauthnAllowedDeviceTypes())).orElse(List.of());
        return WireObject.empty().put("webauthn_allowed_device_types_obj", known).build();
    }
}
