package org.gatehouse.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.NotificationTransportRepository;
import org.gatehouse.model.notification.Severity;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Sends a message by one transport, to whoever asks for it, so that they see whether it arrives. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TransportTrial {

    private static final String BODY = "This is a test of the transport.";

    @Inject
    private NotificationTransportRepository transports;

    @Inject
    private UserRepository users;

    @Inject
    private TrialDelivery local;

    @Inject
    private WebhookMessages messages;

    @Inject
    private WebhookDelivery webhooks;

    @Inject
    private Permissions permissions;

    /**
     * Sends the message.
     *
     * @return sentences that say what has become of it
     * @throws InvalidInput with the reason when it could not be sent
     */
    public List<String> send(Actor actor, String key) {
        permissions.require(actor, Permission.change(TransportModel.NAME), key);
        NotificationTransport transport = ObjectKey.uuid(key).flatMap(transports::find)
                .orElseThrow(() -> new ObjectNotFound("No NotificationTransport matches the given query."));
        Optional<User> user = Optional.ofNullable(actor.userId()).flatMap(users::find);
        if (transport.getMode().isWebhook()) {
            call(transport, user);
            return List.of("The webhook has taken the message.");
        }
        local.tell(transport, user.orElseThrow(() -> new InvalidInput("non_field_errors", "Only a user can be told.")), BODY);
        return List.of("The message is under way.");
    }

    private void call(NotificationTransport transport, Optional<User> user) {
        try {
            OutgoingRequest request = messages.write(transport, new WebhookMessages.Message(Severity.NOTICE, BODY, Optional.empty(), user));
            webhooks.call(request).ifPresent(objection -> {
                throw new InvalidInput("non_field_errors", "The message was not taken: " + objection);
            });
        } catch (OutgoingFailure | ExpressionFailed failure) {
            throw new InvalidInput("non_field_errors", "The message could not be sent: " + failure.getMessage());
        }
    }
}
