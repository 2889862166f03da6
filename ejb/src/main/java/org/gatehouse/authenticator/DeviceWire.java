package org.gatehouse.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.directory.UserWire;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.type.WireObject;

/** How devices look on the wire; secrets are no part of it. */
@ApplicationScoped
public class DeviceWire {

    @Inject
    private AuthenticatorTypes types;

    /** The contract's {@code Device}: what devices of all classes have. */
    JsonObject common(AuthenticatorDevice device) {
        Optional<AuthenticatorType> type = types.find(device.getDeviceClass());
        String model = type.map(AuthenticatorType::deviceModel).orElse("");
        return WireObject.empty()
                .put("verbose_name", types.verboseName(device.getDeviceClass(), Locale.ENGLISH))
                .put("verbose_name_plural", types.verboseNamePlural(device.getDeviceClass(), Locale.ENGLISH))
                .put("meta_model_name", model)
                .put("pk", device.getNumPk().toString())
                .put("name", device.getName())
                .put("type", model.substring(0, model.indexOf('.') + 1) + device.getDeviceClass().schemaName())
                .put("confirmed", device.isConfirmed())
                .put("created", device.getCreated())
                .put("last_updated", device.getLastUpdated())
                .put("last_used", device.getLastUsed())
                .put("extra_description", type.flatMap(known -> known.description(device)).orElse(null))
                .put("external_id", type.flatMap(known -> known.externalId(device)).orElse(null))
                .build();
    }

    /** The resource of the device's own class: {@code TOTPDevice} and its like. */
    JsonObject own(AuthenticatorDevice device) {
        WireObject wire = WireObject.empty()
                .put("pk", device.getNumPk())
                .put("name", device.getName())
                .put("user", UserWire.partial(device.getUser()));
        types.find(device.getDeviceClass()).map(type -> type.wireFields(device)).orElse(JsonValue.EMPTY_JSON_OBJECT).forEach(wire::put);
        return wire.build();
    }
}
