package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.PolicyContext;
import org.gatehouse.provider.oauth2.logout.ClientParticipation;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;

/** Takes down what a person decides about the request of a device; approving looks at everything once more, as nobody is there later. */
@ApplicationScoped
class DeviceApproval {

    private static final int MOST_RACES = 5;

    @Inject
    private DeviceRequests requests;

    @Inject
    private OAuthClients clients;

    @Inject
    private LoginGate gate;

    @Inject
    private ApplicationAccess access;

    @Inject
    private ClientParticipation participation;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /**
     * Approves for the user of the login.
     *
     * @param digest of the device code
     * @return false when the request has expired or has been approved, or client, user or policies do not allow it
     */
    boolean approve(String digest, LiveSession session) {
        Optional<DeviceRequests.Found> found = requests.byDigest(digest);
        Optional<OAuthClient> client = found.flatMap(request -> clients.find(request.request().providerId()))
                .filter(known -> known.settings().allows(GrantType.DEVICE_CODE));
        if (client.isEmpty()) {
            return false;
        }
        try {
            AdmittedUser admitted = gate.admitSession(session.id());
            return permits(client.get(), admitted, found.get().request())
                    && change(digest, open -> open.approvedBy(session, clock.millis())).map(approved -> note(client.get(), admitted, session, approved)).isPresent();
        } catch (LoginRefused refused) {
            return false;
        }
    }

    /** Refuses for good: the device is told at its next poll, and nobody can approve the request any more. */
    void deny(String digest) {
        change(digest, open -> open.refused(clock.millis()));
    }

    private boolean permits(OAuthClient client, AdmittedUser admitted, DeviceRequest request) {
        return access.decide(client.application(), admitted, PolicyContext.of(client, request.scopes(), GrantType.DEVICE_CODE)).passing();
    }

    /** The device polls all the while, and each poll changes the request: then it is read again. Empty when it is not open any more. */
    private Optional<DeviceRequest> change(String digest, UnaryOperator<DeviceRequest> decision) {
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<DeviceRequests.Found> found = requests.byDigest(digest).filter(current -> current.request().isOpen());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            DeviceRequest decided = decision.apply(found.get().request());
            if (requests.replace(found.get(), decided)) {
                return Optional.of(decided);
            }
        }
        return Optional.empty();
    }

    private DeviceRequest note(OAuthClient client, AdmittedUser admitted, LiveSession session, DeviceRequest approved) {
        events.recordWithin(EventDraft.of(EventAction.AUTHORIZE_APPLICATION, "providers.oauth2", Actor.of(admitted.user(), false))
                .with("authorized_application", client.application().describe())
                .with("client_id", client.clientId())
                .with("grant_type", GrantType.DEVICE_CODE.wireName())
                .with("scopes", Scopes.format(approved.scopes())));
        participation.note(client, admitted.user(), session);
        return approved;
    }
}
