package org.gatehouse.authenticator;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;

/**
 * The behaviour behind one class of authenticator devices. One application-scoped bean per class, in the package of the stage
 * that sets such devices up; that package's messages call a device {@code device} and {@code device.plural}.
 */
public interface AuthenticatorType {

    DeviceClass deviceClass();

    /** The model name of such devices on the wire, such as {@code authentik_stages_authenticator_totp.totpdevice}. */
    String deviceModel();

    /** The name of the stage type that sets such devices up, such as {@code authenticator_totp}. */
    String setupStage();

    /**
     * What the person is offered. Called whenever the page is shown; must have no effect outside of the plan, and must not send
     * anything.
     *
     * @param devices the user's confirmed devices of this class, the one used last first; empty only when
     *     {@link #identifiesUsers()} and nobody knows yet who the user is
     * @return one challenge per device, or one for all of them, whichever suits the class; empty: none of them can be used now
     */
    List<DeviceChallenge> challenges(Validation validation, List<AuthenticatorDevice> devices);

    /**
     * Whether a user who has this device has a second factor, also where the device cannot be used just now (a security key of
     * another host, a telephone whose gateway is gone): such a user is never let pass as one without.
     */
    default boolean counts(AuthenticatorDevice device) {
        return true;
    }

    /**
     * The person has picked a device: a class that sends codes sends one now. Called only from an answer, at most once for each
     * time the person asks.
     *
     * @return a sentence for the person when that did not work; empty when it did
     */
    default Optional<String> select(Validation validation, AuthenticatorDevice device) {
        return Optional.empty();
    }

    /** Whether the class answers with a {@code code}; others have a field of their own. */
    default boolean takesCode() {
        return true;
    }

    /** Whether an answer can tell who the user is when nobody knows yet (a passkey). */
    default boolean identifiesUsers() {
        return false;
    }

    /**
     * Checks an answer, in a time that does not tell how close it was. What is to happen once happens here, by one conditional
     * statement: of two equal answers at the same moment one is accepted.
     *
     * @param devices the devices that may be tried now, in the order they were offered; empty only when {@link #identifiesUsers()}
     * @return the device that the answer proves; empty when it proves nothing, also when it is missing or for another class
     */
    Optional<AuthenticatorDevice> verify(Validation validation, List<AuthenticatorDevice> devices, ValidationAnswer answer);

    /** What tells the device from others of its class in a listing, masked as far as it is private; empty when nothing does. */
    default Optional<String> description(AuthenticatorDevice device) {
        return Optional.empty();
    }

    /** What others know the device model by, such as an AAGUID; empty when nothing. */
    default Optional<String> externalId(AuthenticatorDevice device) {
        return Optional.empty();
    }

    /** The fields that the device's own resource in the API shows beside {@code pk}, {@code name} and {@code user}; no secrets. */
    default JsonObject wireFields(AuthenticatorDevice device) {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The known models among these ids, in their wire form; only WebAuthn knows any. */
    default List<JsonObject> deviceTypes(Collection<UUID> ids) {
        return List.of();
    }
}
