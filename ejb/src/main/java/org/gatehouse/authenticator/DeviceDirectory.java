package org.gatehouse.authenticator;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.Listing;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/**
 * Devices as people see and manage them. Everybody sees their own, and only those, however much else they may do; a
 * {@link Scope#ALL} scope shows everybody's to administrators.
 */
@Stateless
public class DeviceDirectory {

    /** As long as the contract has names; those of security keys may be longer. */
    private static final int LONGEST_NAME = 64;

    private static final int MOST_LISTED = 1000;

    @Inject
    private AuthenticatorDeviceRepository devices;

    @Inject
    private Authenticators authenticators;

    @Inject
    private UserRepository users;

    @Inject
    private DeviceWire wire;

    @Inject
    private DocumentReader reader;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Whose devices are meant. */
    public enum Scope {
        /** The actor's. */
        OWN,
        /** Everybody's; for administrators. */
        ALL
    }

    /** What can be written. */
    public record Document(@NotBlank @Size(max = 200) String name) {
    }

    /**
     * The devices of all classes in their common form.
     *
     * @param userId whose; empty for the actor's own, or with {@link Scope#ALL} for the newest of everybody
     */
    public List<JsonObject> all(Actor actor, Scope scope, Optional<Long> userId) {
        if (scope == Scope.ALL) {
            for (DeviceClass each : DeviceClass.values()) {
                permissions.require(actor, Permission.view(model(each)));
            }
        }
        Optional<Long> owner = scope == Scope.OWN ? Optional.ofNullable(actor.userId()) : userId;
        if (owner.isEmpty() && scope == Scope.OWN) {
            return List.of();
        }
        List<AuthenticatorDevice> rows = owner.map(devices::findByUser).orElseGet(() -> devices.findNewest(MOST_LISTED));
        return rows.stream().map(wire::common).toList();
    }

    /** One page of the devices of a class. */
    public ModelPage list(Actor actor, Scope scope, DeviceClass deviceClass, ModelQuery query) {
        require(actor, scope, Permission.view(model(deviceClass)));
        Map<String, List<String>> filters = new HashMap<>(query.filters());
        filters.put("device_class", List.of(deviceClass.wireName()));
        if (scope == Scope.OWN) {
            // Nobody has the number zero: who is not a user has no devices.
            filters.put("user", List.of(String.valueOf(actor.userId() == null ? 0 : actor.userId())));
        }
        Listing listing = Listings.of(new ModelQuery(query.search(), filters, query.ordering(), query.page(), query.pageSize()),
                AuthenticatorDeviceRepository.COLUMNS);
        return new ModelPage(devices.list(listing).stream().map(wire::own).toList(), devices.count(listing));
    }

    /** @throws ObjectNotFound when there is no such device, or not for the actor */
    public JsonObject read(Actor actor, Scope scope, DeviceClass deviceClass, String key) {
        return wire.own(find(actor, scope, deviceClass, key, Permission.view(model(deviceClass))));
    }

    /**
     * Makes a device of the actor's that proves nothing: only its set-up stage makes one that does.
     *
     * @throws InvalidInput with every problem by field
     */
    public JsonObject create(Actor actor, DeviceClass deviceClass, JsonObject document) {
        permissions.require(actor, Permission.add(model(deviceClass)));
        User owner = Optional.ofNullable(actor.userId()).flatMap(users::find)
                .orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL, "Only a user can have a device."));
        AuthenticatorDevice device = authenticators.newDevice(deviceClass, owner, nameIn(document, deviceClass));
        device.setConfirmed(false);
        return wire.own(authenticators.enrol(device));
    }

    /** @throws InvalidInput with every problem by field */
    public JsonObject rename(Actor actor, Scope scope, DeviceClass deviceClass, String key, JsonObject document) {
        AuthenticatorDevice device = find(actor, scope, deviceClass, key, Permission.change(model(deviceClass)));
        String before = device.getName();
        device.rename(nameIn(document, deviceClass), clock.instant());
        if (!before.equals(device.getName())) {
            record(actor, EventAction.MODEL_UPDATED, device);
        }
        devices.flush();
        return wire.own(device);
    }

    /** Changes what is sent: nothing at all is fine. */
    public JsonObject patch(Actor actor, Scope scope, DeviceClass deviceClass, String key, JsonObject changed) {
        AuthenticatorDevice device = find(actor, scope, deviceClass, key, Permission.change(model(deviceClass)));
        return rename(actor, scope, deviceClass, key,
                Json.createObjectBuilder().add("name", device.getName()).addAll(Json.createObjectBuilder(changed)).build());
    }

    /** Deletes a device, and with it what browsers have proved with it. */
    public void delete(Actor actor, Scope scope, DeviceClass deviceClass, String key) {
        AuthenticatorDevice device = find(actor, scope, deviceClass, key, Permission.delete(model(deviceClass)));
        // A second factor less is a step into an account.
        limits.requireAccount(actor, device.getUser().getId());
        devices.remove(device);
        devices.flush();
        record(actor, EventAction.MODEL_DELETED, device);
    }

    /** The kind of object that the rights over a class of devices are about. */
    public static String model(DeviceClass deviceClass) {
        return "authentik_stages_authenticator_" + deviceClass.wireName() + "." + deviceClass.wireName() + "device";
    }

    private AuthenticatorDevice find(Actor actor, Scope scope, DeviceClass deviceClass, String key, Permission needed) {
        require(actor, scope, needed);
        return ObjectKey.number(key).flatMap(devices::findByNumPk)
                .filter(device -> device.getDeviceClass() == deviceClass)
                .filter(device -> scope == Scope.ALL || actor.is(device.getUser()))
                .orElseThrow(() -> new ObjectNotFound("No " + deviceClass.schemaName() + " matches the given query."));
    }

    private void require(Actor actor, Scope scope, Permission needed) {
        if (scope == Scope.ALL) {
            permissions.require(actor, needed);
        }
    }

    private String nameIn(JsonObject document, DeviceClass deviceClass) {
        String name = reader.read(Document.class, document).name().strip();
        if (deviceClass != DeviceClass.WEBAUTHN && name.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "Ensure this field has no more than " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    private void record(Actor actor, String action, AuthenticatorDevice device) {
        events.recordWithin(EventDraft.of(action, "authenticators", actor).with("model", authenticators.describe(device))
                .with("owner", device.getUser().getUsername()));
    }
}
