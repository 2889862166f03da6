package org.gatehouse.limit;

import java.time.Duration;
import org.gatehouse.crypto.Digests;
import org.gatehouse.expression.IpNetwork;

/**
 * How often somebody has guessed, and when last. {@value #FREE} guesses are free, as people mistype; each further one has to wait twice
 * as long as the one before, a quarter of an hour at most.
 *
 * @param count how many guesses there were
 * @param last when the last one was, in milliseconds since 1970
 */
public record Attempts(int count, long last) {

    /** Guesses that need no waiting. */
    public static final int FREE = 10;

    /** How long guesses are remembered after the last one. */
    public static final Duration REMEMBERED = Duration.ofHours(1);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** Nobody has guessed yet. */
    public static Attempts none(long now) {
        return new Attempts(0, now);
    }

    /** Reads what {@link #write} has written. */
    public static Attempts read(String text) {
        int colon = text.indexOf(':');
        return new Attempts(Integer.parseInt(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    /** As {@code count:millis}. */
    public String write() {
        return count + ":" + last;
    }

    public Attempts oneMore(long now) {
        return new Attempts(count + 1, now);
    }

    /** Whether another guess would come too early. */
    public boolean mustWait(long now) {
        int beyond = count - FREE;
        long wait = beyond < 0 ? 0 : Math.min(LONGEST_WAIT.toMillis(), 1000L << Math.min(beyond, 20));
        return now < last + wait;
    }

    /**
     * Names what is guessed together with who guesses. Whoever has one IPv6 address has the whole /64 around it, and could guess from each
     * of them (RFC 6177 section 2).
     *
     * @param clientIp the guesser's address, or null
     */
    public static String key(String what, String clientIp) {
        String network = clientIp == null || clientIp.indexOf(':') < 0 ? clientIp : IpNetwork.parse(clientIp).start(64);
        return Digests.sha256(what + "\n" + network);
    }
}
