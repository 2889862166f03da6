package org.gatehouse.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.Severity;
import org.gatehouse.model.notification.TransportMode;
import org.gatehouse.type.InvalidInput;

/** The part of a {@link TransportTrial} that needs a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class TrialDelivery {

    @Inject
    private NotificationSending sending;

    /** @throws InvalidInput when no letter can be written to the user */
    public void tell(NotificationTransport transport, User user, String body) {
        if (transport.getMode() == TransportMode.LOCAL) {
            sending.note(user.getId(), Severity.NOTICE, body, Optional.empty());
        } else if (!sending.write(transport, Severity.NOTICE, body, user)) {
            throw new InvalidInput("non_field_errors", "You have no e-mail address, or the transport's template does not exist.");
        }
    }
}
