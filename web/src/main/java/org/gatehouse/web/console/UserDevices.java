package org.gatehouse.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.authenticator.DeviceDirectory;
import org.gatehouse.authenticator.DeviceDirectory.Scope;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.CurrentSession;

/** The devices of the user on the editor's page, which an administrator can delete; deleting is asked for twice. */
@Named("userDevices")
@ViewScoped
public class UserDevices implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String USER_MODEL = "authentik_core.user";

    @Inject
    private DeviceDirectory devices;

    @Inject
    private CurrentSession current;

    private String asked = "";
    private boolean deleted;

    /**
     * A device.
     *
     * @param lastUsed ISO 8601, or empty for never
     */
    public record Row(String key, String deviceClass, String name, String lastUsed, boolean confirmed) {
    }

    public boolean isOffered(String model, boolean isNew) {
        return model.equals(USER_MODEL) && !isNew;
    }

    public List<Row> rows(String userKey) {
        Optional<Long> user = ObjectKey.number(userKey);
        return user.isEmpty() ? List.of() : devices.all(current.actor(), Scope.ALL, user).stream().map(UserDevices::row).toList();
    }

    private static Row row(JsonObject wire) {
        String type = wire.getString("type");
        String schema = type.substring(type.indexOf('.') + 1);
        String deviceClass = Stream.of(DeviceClass.values()).filter(known -> known.schemaName().equals(schema))
                .map(DeviceClass::wireName).findFirst().orElse("");
        return new Row(wire.getString("pk"), deviceClass, wire.getString("name"), Cell.text(wire.get("last_used")), wire.getBoolean("confirmed"));
    }

    /** The first press of the button. */
    public void ask(String key) {
        asked = key;
        deleted = false;
    }

    /** The second. One that is gone already is as good as deleted. */
    public void delete(String userKey, String key) {
        Optional<Row> row = rows(userKey).stream().filter(known -> known.key().equals(key)).findFirst();
        row.ifPresent(known -> remove(DeviceClass.valueOf(known.deviceClass().toUpperCase(Locale.ROOT)), key));
        asked = "";
        deleted = true;
    }

    private void remove(DeviceClass deviceClass, String key) {
        try {
            devices.delete(current.actor(), Scope.ALL, deviceClass, key);
        } catch (ObjectNotFound gone) {
            // Somebody else was faster.
        }
    }

    public String getAsked() {
        return asked;
    }

    public boolean isDeleted() {
        return deleted;
    }
}
