package org.gatehouse.flow.stage.authenticatortotp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.crypto.Digests;

/**
 * Time-based one-time codes with SHA-1 and steps of thirty seconds, which every app knows (RFC 6238, on top of RFC 4226).
 *
 * @param secret the shared key
 * @param digits 6 or 8
 */
record Totp(byte[] secret, int digits) {

    /** How long a code is shown. */
    static final Duration PERIOD = Duration.ofSeconds(30);

    /** One step before and after: clocks differ, and typing takes time (RFC 6238 section 5.2). */
    private static final int DRIFT = 1;

    /** The step that a moment belongs to. */
    static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), PERIOD.toSeconds());
    }

    /** The code of a step (RFC 4226 section 5.3). */
    String codeAt(long step) {
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        int modulus = digits == 8 ? 100_000_000 : 1_000_000;
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
    }

    /** The step whose code this is, among the current one and its neighbours; all of them are looked at, whichever fits. */
    OptionalLong stepOf(String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        long current = stepAt(now);
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (Digests.equal(code, codeAt(step))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private byte[] hash(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Totp[" + digits + " digits]";
    }
}
