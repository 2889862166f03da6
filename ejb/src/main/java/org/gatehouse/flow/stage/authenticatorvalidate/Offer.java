package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;

/**
 * All that a person can validate with now.
 *
 * @param classes one entry per class that has something to offer
 * @param hasUnusable whether the user has a device of an accepted class that counts, but cannot be used here and now
 */
record Offer(Validation validation, List<OwnDevices> classes, boolean hasUnusable) {

    private static final String CLASS = "device_class";
    private static final String UID = "device_uid";

    /** What was used last, then the others; paper codes are for when everything else is lost. */
    private static final Comparator<DeviceChallenge> BEST_FIRST = Comparator
            .comparing(DeviceChallenge::lastUsed, Comparator.nullsLast(Comparator.<String>reverseOrder()))
            .thenComparing(challenge -> challenge.deviceClass() == DeviceClass.STATIC);

    /** The challenge that the person has picked. */
    private static final ContextKey<JsonObject> PICKED = ContextKey.object("authenticator_validate.picked");

    /**
     * A challenge with what is behind it.
     *
     * @param devices the devices that an answer to it is tried with
     */
    record Choice(OwnDevices among, DeviceChallenge challenge, List<AuthenticatorDevice> devices) {

        /** The very device that the challenge names; another one of its class may not be usable. */
        Optional<AuthenticatorDevice> device() {
            return devices.stream().filter(device -> device.getNumPk().toString().equals(challenge.deviceUid())).findFirst();
        }
    }

    boolean isEmpty() {
        return classes.isEmpty();
    }

    /** Whether the user has second factors and can use none of them: that is not the same as having none. */
    boolean isLocked() {
        return isEmpty() && hasUnusable;
    }

    List<AuthenticatorDevice> devices() {
        return classes.stream().flatMap(own -> own.devices().stream()).toList();
    }

    /** What is asked, the picked one first, then the one used last. */
    List<DeviceChallenge> challenges() {
        Optional<DeviceChallenge> picked = picked().map(Choice::challenge);
        Stream<DeviceChallenge> others = classes.stream().flatMap(own -> own.challenges().stream())
                .filter(challenge -> picked.filter(challenge::equals).isEmpty())
                .sorted(BEST_FIRST);
        return Stream.concat(picked.map(Offer::marked).stream(), others).toList();
    }

    /** The page shows a picked challenge that asks for a code with the input for it. */
    private static DeviceChallenge marked(DeviceChallenge challenge) {
        return challenge.deviceClass() == DeviceClass.WEBAUTHN ? challenge : new DeviceChallenge(challenge.deviceClass(), challenge.deviceUid(),
                Json.createObjectBuilder(challenge.challenge()).add("selected", true).build(), challenge.lastUsed());
    }

    /** The challenge of this class and device, if it is offered. */
    Optional<Choice> find(String deviceClass, String deviceUid) {
        return classes.stream().filter(own -> own.type().deviceClass().wireName().equals(deviceClass))
                .flatMap(own -> own.challenge(deviceUid).map(challenge -> new Choice(own, challenge, own.behind(challenge))).stream()).findFirst();
    }

    /** What the person has picked, if it is still offered. */
    Optional<Choice> picked() {
        return plan().get(PICKED).flatMap(picked -> find(picked.getString(CLASS), picked.getString(UID)));
    }

    void pick(Choice choice) {
        plan().put(PICKED, Json.createObjectBuilder().add(CLASS, choice.challenge().deviceClass().wireName())
                .add(UID, choice.challenge().deviceUid()).build());
    }

    void forgetPick() {
        plan().remove(PICKED);
    }

    /** What a code is tried with: the picked device, else every one that asks for a code. */
    List<Choice> forCode() {
        Optional<Choice> picked = picked().filter(choice -> choice.among().type().takesCode());
        return picked.map(List::of).orElseGet(() -> all().filter(choice -> choice.among().type().takesCode()).toList());
    }

    /** What an answer of this class is tried with. */
    List<Choice> of(DeviceClass deviceClass) {
        return all().filter(choice -> choice.among().type().deviceClass() == deviceClass).toList();
    }

    private Stream<Choice> all() {
        return classes.stream().flatMap(own -> own.challenges().stream()
                .map(challenge -> new Choice(own, challenge, own.behind(challenge))));
    }

    private PlanContext plan() {
        return validation.flow().plan();
    }
}
