package org.gatehouse.authenticator;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The key by which this request's browser is known again when it comes back to log in: the web layer says what the browser
 * brought, and afterwards gives it what it is to bring next time. The key alone opens nothing.
 */
@RequestScoped
public class BrowserMemory {

    private Optional<String> brought = Optional.empty();
    private Optional<Keepsake> given = Optional.empty();

    /**
     * What the browser is to keep.
     *
     * @param lifetime for how long
     */
    public record Keepsake(String key, Duration lifetime) {

        @Override
        public String toString() {
            return "Keepsake[]";
        }
    }

    /** Called by the web layer before a step, with the key that the browser brought. */
    public void arrived(Optional<String> key) {
        brought = key;
    }

    public Optional<String> brought() {
        return brought;
    }

    void give(Keepsake keepsake) {
        given = Optional.of(keepsake);
    }

    /** What the web layer has to give to the browser after a step. */
    public Optional<Keepsake> given() {
        return given;
    }
}
