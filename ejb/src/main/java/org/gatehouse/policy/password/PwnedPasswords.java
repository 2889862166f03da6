package org.gatehouse.policy.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;

/**
 * Asks "Have I Been Pwned" how often a password was found in breaches. Only the first five digits of its SHA-1 leave the house
 * (k-anonymity), and the answer is padded, so that its length tells nothing either. {@code gatehouse.hibp.url} names another service
 * with the same interface.
 */
@ApplicationScoped
public class PwnedPasswords {

    private static final int SENT = 5;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Set<OutgoingFailure.Reason> SILENCE = EnumSet.of(OutgoingFailure.Reason.UNREACHABLE, OutgoingFailure.Reason.TIMED_OUT);

    @Inject
    private OutgoingHttp http;

    @Inject
    @ConfigProperty(name = "gatehouse.hibp.url", defaultValue = "https://api.pwnedpasswords.com")
    private String url;

    @Inject
    private Clock clock;

    private volatile Instant nextCall = Instant.MIN;

    public PwnedPasswords() {
    }

    PwnedPasswords(OutgoingHttp http, String url, Clock clock) {
        this.http = http;
        this.url = url;
        this.clock = clock;
    }

    /**
     * In how many breaches the password was found; 0 for none.
     *
     * @throws OutgoingFailure when the service does not answer, or not with a list
     */
    long count(String password) throws OutgoingFailure {
        String digest = sha1(password);
        OutgoingResponse response = ask(OutgoingRequest.get(url.replaceFirst("/+$", "") + "/range/" + digest.substring(0, SENT))
                .header("Add-Padding", "true").header("Accept", "text/plain").within(PATIENCE).atMost(MOST_BYTES));
        if (!response.isSuccess()) {
            throw new OutgoingFailure(OutgoingFailure.Reason.MALFORMED, "status " + response.status());
        }
        String wanted = digest.substring(SENT) + ":";
        for (String line : response.text().split("\\R")) {
            if (line.strip().toUpperCase(Locale.ROOT).startsWith(wanted)) {
                return number(line.strip().substring(wanted.length()));
            }
        }
        return 0;
    }

    /** Whoever waits for the answer holds a database connection: a service that is down is not waited for by everybody. */
    private OutgoingResponse ask(OutgoingRequest request) throws OutgoingFailure {
        if (clock.instant().isBefore(nextCall)) {
            throw new OutgoingFailure(OutgoingFailure.Reason.UNREACHABLE, "it did not answer a moment ago.");
        }
        try {
            return http.send(request);
        } catch (OutgoingFailure silent) {
            if (SILENCE.contains(silent.reason())) {
                nextCall = clock.instant().plus(PAUSE);
            }
            throw silent;
        }
    }

    private static long number(String text) throws OutgoingFailure {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException malformed) {
            throw new OutgoingFailure(OutgoingFailure.Reason.MALFORMED, "The answer is not a list of digests and counts.");
        }
    }

    /** SHA-1 is what the service speaks; nothing is protected by it. */
    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
