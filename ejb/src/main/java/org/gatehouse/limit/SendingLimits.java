package org.gatehouse.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.limit.SendingCounts;

/** Decides whether one more message may be sent. */
@ApplicationScoped
public class SendingLimits {

    /** The longest window that is kept. */
    private static final Duration LONGEST = Duration.ofDays(30);

    @Inject
    private SendingCounts counts;

    @Inject
    private Clock clock;

    /**
     * A limit.
     *
     * @param most how many messages there may be in one window; zero for any number
     * @param window how long they are counted
     * @param pause between the first and the second, then twice as long each time; zero for none
     */
    public record Limit(int most, Duration window, Duration pause) {
    }

    /**
     * Counts one message, if it may be sent. Runs in the caller's transaction.
     *
     * @param subject what is limited, such as {@code mail:alice@example.com}; capital letters make no other subject
     */
    public boolean permits(String subject, Limit limit) {
        if (limit.most() == 0) {
            return true;
        }
        Duration window = limit.window().compareTo(LONGEST) > 0 ? LONGEST : limit.window();
        return counts.count(idOf(subject), limit.most(), window, limit.pause(), clock.instant());
    }

    private static UUID idOf(String subject) {
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256Bytes("sending limit\n" + subject.toLowerCase(Locale.ROOT)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
