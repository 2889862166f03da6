package org.gatehouse.policy.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
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

    @Inject
    private OutgoingHttp http;

    @Inject
    @ConfigProperty(name = "gatehouse.hibp.url", defaultValue = "https://api.pwnedpasswords.com")
    private String url;

    public PwnedPasswords() {
    }

    PwnedPasswords(OutgoingHttp http, String url) {
        this.http = http;
        this.url = url;
    }

    /**
     * In how many breaches the password was found; 0 for none.
     *
     * @throws OutgoingFailure when the service does not answer, or not with a list
     */
    long count(String password) throws OutgoingFailure {
        String digest = sha1(password);
        OutgoingResponse response = http.send(OutgoingRequest.get(url.replaceFirst("/+$", "") + "/range/" + digest.substring(0, SENT))
                .header("Add-Padding", "true").header("Accept", "text/plain").atMost(MOST_BYTES));
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
