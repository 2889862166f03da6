package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.directory.User;
import org.gatehouse.webauthn.AssertionCeremony;
import org.gatehouse.webauthn.Credential;
import org.gatehouse.webauthn.RegistrationCeremony;

/** Credentials as devices of users. A device is found by the digest of its credential id, which the database lets exist once. */
@ApplicationScoped
public class WebAuthnDevices {

    @Inject
    private AuthenticatorDeviceRepository repository;

    @Inject
    private Authenticators authenticators;

    /** The device with a credential, whosever it is. */
    Optional<AuthenticatorDevice> find(String credentialId) {
        return repository.findByLookupKey(DeviceClass.WEBAUTHN, Digests.sha256(credentialId));
    }

    /** The one of these devices that has a credential. */
    static Optional<AuthenticatorDevice> among(List<AuthenticatorDevice> devices, String credentialId) {
        String key = Digests.sha256(credentialId);
        return devices.stream().filter(device -> device.getDeviceClass() == DeviceClass.WEBAUTHN && key.equals(device.getLookupKey())).findFirst();
    }

    /** What a user has registered for a relying party. */
    List<Credential> credentialsOf(User user, String rpId) {
        return authenticators.confirmedOf(user, DeviceClass.WEBAUTHN).stream().flatMap(device -> credential(device).stream())
                .filter(credential -> credential.rpId().equals(rpId)).toList();
    }

    /** The credential of a device; empty for one that was never set up. */
    static Optional<Credential> credential(AuthenticatorDevice device) {
        return Optional.of(device.getDetails()).filter(details -> !details.isEmpty()).map(Credential::of);
    }

    /** Stores a credential that was registered just now. */
    AuthenticatorDevice enrol(User user, RegistrationCeremony.Registered registered, String name, UUID stage) {
        AuthenticatorDevice device = authenticators.newDevice(DeviceClass.WEBAUTHN, user, name);
        device.setStageId(stage);
        device.setDetails(registered.credential().toJson());
        device.setLookupKey(Digests.sha256(registered.credential().id()));
        device.setLastCounter(registered.signCount());
        return authenticators.enrol(device);
    }

    /**
     * Keeps what a proof with the device's credential said.
     *
     * @return false when another proof, maybe of a copied key, has brought the same or a higher sign count meanwhile
     */
    boolean accept(AuthenticatorDevice device, Credential credential, AssertionCeremony.Asserted asserted) {
        // Zero means that the authenticator does not count; the ceremony has refused it from one that did.
        if (asserted.signCount() > 0 && !repository.acceptCounter(device.getId(), asserted.signCount())) {
            return false;
        }
        if (credential.backedUp() != asserted.backedUp()) {
            device.setDetails(credential.withBackedUp(asserted.backedUp()).toJson());
        }
        return true;
    }
}
