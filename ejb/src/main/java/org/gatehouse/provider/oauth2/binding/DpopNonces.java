package org.gatehouse.provider.oauth2.binding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.gatehouse.crypto.SecretCipher;

/**
 * Nonces that the server hands out for DPoP proofs (RFC 9449 section 8). A nonce is the sealed time at which it was made: every node
 * recognises those of the others, none can be made up or made ahead, and nothing has to be kept.
 */
@ApplicationScoped
public class DpopNonces {

    private static final String PREFIX = "dpop-nonce\n";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int LONGEST = 512;

    private SecretCipher cipher;
    private Clock clock;

    /** For the container's proxy. */
    protected DpopNonces() {
    }

    @Inject
    public DpopNonces(SecretCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A new one, good for five minutes, in the characters of section 8.1. */
    public String next() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(cipher.seal(PREFIX + clock.millis()).getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether it is one of ours and still good. */
    boolean isGood(String nonce) {
        if (nonce.length() > LONGEST) {
            return false;
        }
        try {
            String text = cipher.open(new String(Base64.getUrlDecoder().decode(nonce), StandardCharsets.US_ASCII));
            return text.startsWith(PREFIX) && clock.millis() < Long.parseLong(text.substring(PREFIX.length())) + LIFE.toMillis();
        } catch (IllegalArgumentException | IllegalStateException foreign) {
            return false;
        }
    }
}
