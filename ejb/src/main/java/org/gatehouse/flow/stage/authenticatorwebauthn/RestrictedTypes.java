package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireExtras;
import org.gatehouse.type.WireObject;
import org.gatehouse.webauthn.DeviceTypes;

/** Shows with each stage of this type the names of the models it is restricted to. */
@ApplicationScoped
public class RestrictedTypes implements WireExtras {

    @Inject
    private DeviceTypes types;

    @Override
    public Family family() {
        return Family.STAGE;
    }

    @Override
    public Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> stages) {
        Map<UUID, JsonObject> extras = new LinkedHashMap<>();
        stages.stream().filter(stage -> stage.getType().equals("authenticator_webauthn"))
                .forEach(stage -> extras.put(stage.getId(), WireObject.empty().put("device_type_restrictions_obj", shown(stage)).build()));
        return extras;
    }

    private List<JsonObject> shown(ConfiguredObject stage) {
        JsonArray restrictions = Optional.ofNullable(stage.getSettings().getJsonArray("device_type_restrictions")).orElse(JsonArray.EMPTY_JSON_ARRAY);
        return restrictions.getValuesAs(text -> ObjectKey.uuid(((jakarta.json.JsonString) text).getString()))
                .stream().flatMap(Optional::stream).map(types::get).map(WebAuthnDeviceTypeModel::wire).toList();
    }
}
