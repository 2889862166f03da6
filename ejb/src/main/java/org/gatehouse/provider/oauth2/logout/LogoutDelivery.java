package org.gatehouse.provider.oauth2.logout;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.model.logout.LogoutNotice;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingResponse;

/**
 * Tells clients of logouts: at once when a login has ended, and whatever failed whenever it is due. A node makes few calls at a time, so
 * that clients that hang cost no more than a few threads.
 */
@ApplicationScoped
public class LogoutDelivery {

    private static final Logger LOG = Logger.getLogger(LogoutDelivery.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int AT_A_TIME = 4;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private LogoutOutbox outbox;

    @Inject
    private OutgoingHttp http;

    private final Semaphore senders = new Semaphore(AT_A_TIME);
    private final AtomicBoolean more = new AtomicBoolean();

    /** The notices can be seen by others now. */
    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) LogoutQueued notices) {
        executor.execute(this::sendDue);
    }

    /** Sends everything that is due. Returns at once when enough others are at it: they will find it too. */
    public void sendDue() {
        more.set(true);
        while (more.get() && senders.tryAcquire()) {
            try {
                more.set(false);
                for (Optional<LogoutNotice> next = outbox.take(); next.isPresent(); next = outbox.take()) {
                    send(next.get());
                }
            } finally {
                senders.release();
            }
        }
    }

    /** One that cannot be made, as the client's signing key is gone, must not stop the others. */
    private void send(LogoutNotice notice) {
        Optional<LogoutCall> call;
        try {
            call = outbox.prepare(notice);
        } catch (RuntimeException unfit) {
            LOG.log(Level.WARNING, "A logout token could not be made, attempt " + notice.attempts(), unfit);
            outbox.failed(notice, String.valueOf(notice.client().providerId()), "its logout token could not be made.");
            return;
        }
        call.ifPresent(this::send);
    }

    private void send(LogoutCall call) {
        try {
            judge(call, http.send(call.request().within(PATIENCE).atMost(LONGEST_ANSWER)));
        } catch (OutgoingFailure unreachable) {
            LOG.warning(() -> call + " was not told of a logout, attempt " + call.notice().attempts() + ": " + unreachable.getMessage());
            outbox.failed(call.notice(), call.clientId(), unreachable.getMessage());
        }
    }

    /** Section 2.8: 200, and by many frameworks 204, is yes; 400 says that this client will never take it. */
    private void judge(LogoutCall call, OutgoingResponse response) {
        if (response.isSuccess()) {
            outbox.told(call);
            return;
        }
        LOG.warning(() -> call + " answered a logout with " + response.status() + ", attempt " + call.notice().attempts());
        String reason = "it answered " + response.status() + ".";
        if (response.status() == 400) {
            outbox.givenUp(call.notice(), call.clientId(), reason);
        } else {
            outbox.failed(call.notice(), call.clientId(), reason);
        }
    }
}
