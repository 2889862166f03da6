package org.gatehouse.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.directory.User;

/** The devices of users: setting up, finding, noting their use. Runs in the caller's transaction. */
@ApplicationScoped
public class Authenticators {

    @Inject
    private AuthenticatorDeviceRepository devices;

    @Inject
    private AuthenticatorTypes types;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** A new, confirmed device; the caller adds what its class knows and stores it with {@link #enrol}. */
    public AuthenticatorDevice newDevice(DeviceClass deviceClass, User user, String name) {
        return AuthenticatorDevice.of(deviceClass, user, name.isBlank() ? deviceClass.wireName() : name.strip(), clock.instant());
    }

    /** Stores a new device, whose user has just shown to have it, and logs that. */
    public AuthenticatorDevice enrol(AuthenticatorDevice device) {
        AuthenticatorDevice stored = devices.add(device);
        events.recordWithin(EventDraft.of(EventAction.MODEL_CREATED, "authenticators", Actor.of(device.getUser(), false))
                .with("model", describe(stored)));
        return stored;
    }

    /** All devices of a user, confirmed or not, the one used last first. */
    public List<AuthenticatorDevice> of(User user) {
        return devices.findByUser(user.getId());
    }

    /** What tells a device from others of its class, masked as far as it is private; empty when nothing does. */
    public Optional<String> description(AuthenticatorDevice device) {
        return types.find(device.getDeviceClass()).flatMap(type -> type.description(device));
    }

    /** The confirmed devices of a user, the one used last first. */
    public List<AuthenticatorDevice> confirmedOf(User user) {
        return of(user).stream().filter(AuthenticatorDevice::isConfirmed).toList();
    }

    /** The confirmed devices of a user of one class. */
    public List<AuthenticatorDevice> confirmedOf(User user, DeviceClass deviceClass) {
        return confirmedOf(user).stream().filter(device -> device.getDeviceClass() == deviceClass).toList();
    }

    /** Notes that the device has proved its user's identity, and forgets the failed attempts with the user's other ones. */
    public void used(AuthenticatorDevice device, List<AuthenticatorDevice> tried) {
        tried.forEach(other -> devices.forgetFailures(other.getId()));
        devices.noteUse(device.getId(), clock.instant());
    }

    /** What the log says about a device: enough to know which it was, and no secret. */
    public JsonObject describe(AuthenticatorDevice device) {
        String model = types.find(device.getDeviceClass()).map(AuthenticatorType::deviceModel).orElse("." + device.getDeviceClass().wireName());
        int dot = model.indexOf('.');
        return Json.createObjectBuilder()
                .add("app", model.substring(0, dot))
                .add("model_name", model.substring(dot + 1))
                .add("pk", Optional.ofNullable(device.getNumPk()).map(String::valueOf).orElse(""))
                .add("name", device.getName())
                .build();
    }
}
