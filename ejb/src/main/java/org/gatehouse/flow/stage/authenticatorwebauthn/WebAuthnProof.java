package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.webauthn.AssertionCeremony;
import org.gatehouse.webauthn.CeremonyRefused;
import org.gatehouse.webauthn.CeremonyTerms;
import org.gatehouse.webauthn.Credential;

/**
 * Judges an answer: which device is it from, may that device answer here, and does it prove itself. Every "no" is the same to the
 * browser: an unknown credential, somebody else's, and a wrong signature.
 */
@ApplicationScoped
public class WebAuthnProof {

    private static final Logger LOG = Logger.getLogger(WebAuthnProof.class.getName());

    @Inject
    private WebAuthnDevices devices;

    @Inject
    private AssertionCeremony ceremony;

    @Inject
    private Authenticators authenticators;

    @Inject
    private Events events;

    /**
     * The device that the answer proves to be at hand, with its sign count kept; empty for every other answer.
     *
     * @param candidates the devices that may answer; empty: whichever names itself and its user
     * @param usable which of them this place accepts
     */
    Optional<AuthenticatorDevice> of(JsonObject answer, CeremonyTerms terms, Optional<List<AuthenticatorDevice>> candidates,
            Predicate<AuthenticatorDevice> usable) {
        try {
            AuthenticatorDevice device = device(ceremony.credentialId(answer), candidates);
            if (!device.isConfirmed() || !device.getUser().isActive() || !usable.test(device)) {
                throw new CeremonyRefused("a device that may not be used here");
            }
            Credential credential = WebAuthnDevices.credential(device).orElseThrow(() -> new CeremonyRefused("a device without a credential"));
            requireHandle(ceremony.userHandle(answer), credential, candidates.isEmpty());
            prove(answer, terms, device, credential);
            return Optional.of(device);
        } catch (CeremonyRefused refused) {
            // Only the kind of fault: what a browser sent does not belong into a log.
            LOG.log(Level.FINE, "A WebAuthn answer was refused: {0}", refused.getMessage());
            return Optional.empty();
        }
    }

    private void prove(JsonObject answer, CeremonyTerms terms, AuthenticatorDevice device, Credential credential) throws CeremonyRefused {
        try {
            long known = device.getLastCounter() == null ? 0 : device.getLastCounter();
            if (!devices.accept(device, credential, ceremony.verify(answer, terms, credential, known))) {
                throw new CeremonyRefused(CeremonyRefused.SIGN_COUNT);
            }
        } catch (CeremonyRefused refused) {
            if (refused.hintsAtCopiedKey()) {
                events.recordWithin(EventDraft.of(EventAction.SUSPICIOUS_REQUEST, "stages.authenticator_webauthn", Actor.of(device.getUser(), false))
                        .with("message", "The sign count of a security key went back: somebody may have a copy of it.")
                        .with("device", authenticators.describe(device)));
            }
            throw refused;
        }
    }

    private AuthenticatorDevice device(String credentialId, Optional<List<AuthenticatorDevice>> candidates) throws CeremonyRefused {
        Optional<AuthenticatorDevice> found = candidates.isPresent() ? WebAuthnDevices.among(candidates.get(), credentialId)
                : devices.find(credentialId);
        return found.orElseThrow(() -> new CeremonyRefused("unknown credential"));
    }

    /** Section 7.2 step 6: whoever was not identified before has to be named by the authenticator itself. */
    private static void requireHandle(Optional<String> handle, Credential credential, boolean identifies) throws CeremonyRefused {
        if (handle.isEmpty() ? identifies : !handle.get().equals(credential.userHandle())) {
            throw new CeremonyRefused("another user's handle");
        }
    }
}
