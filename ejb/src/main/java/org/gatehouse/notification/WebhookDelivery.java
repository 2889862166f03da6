package org.gatehouse.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.model.notification.NotificationDelivery;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;

/** Calls webhooks that are due, few at a time, so that servers that hang cost no more than a few threads. */
@ApplicationScoped
public class WebhookDelivery {

    private static final Logger LOG = Logger.getLogger(WebhookDelivery.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int AT_A_TIME = 2;
    private static final int MOST_IN_A_ROW = 200;

    @Inject
    private WebhookOutbox outbox;

    @Inject
    private OutgoingHttp http;

    private final Semaphore senders = new Semaphore(AT_A_TIME);

    /** Makes the calls that are due. Returns at once when enough others are at it. */
    public void sendDue() {
        if (!senders.tryAcquire()) {
            return;
        }
        try {
            boolean more = true;
            for (int calls = 0; more && calls < MOST_IN_A_ROW; calls++) {
                Optional<NotificationDelivery> next = outbox.take();
                next.ifPresent(this::send);
                more = next.isPresent();
            }
        } finally {
            senders.release();
        }
    }

    private void send(NotificationDelivery delivery) {
        Optional<OutgoingRequest> request;
        try {
            request = outbox.prepare(delivery);
        } catch (RuntimeException unfit) {
            LOG.log(Level.WARNING, "A webhook's message cannot be written", unfit);
            outbox.givenUp(delivery, "its message cannot be written.");
            return;
        }
        request.ifPresent(call -> send(delivery, call));
    }

    private void send(NotificationDelivery delivery, OutgoingRequest request) {
        try {
            Optional<String> objection = call(request);
            if (objection.isEmpty()) {
                outbox.taken(delivery);
            } else {
                outbox.failed(delivery, objection.get());
            }
        } catch (OutgoingFailure failure) {
            if (failure.reason() == OutgoingFailure.Reason.REFUSED) {
                outbox.givenUp(delivery, failure.getMessage());
            } else {
                outbox.failed(delivery, failure.getMessage());
            }
        }
    }

    /** Makes one call. Returns what the server has against it; empty when it took it. */
    Optional<String> call(OutgoingRequest request) throws OutgoingFailure {
        OutgoingResponse response = http.send(request.within(PATIENCE).atMost(LONGEST_ANSWER).withoutRedirects());
        return response.isSuccess() ? Optional.empty() : Optional.of("the server answered with status " + response.status() + ".");
    }
}
