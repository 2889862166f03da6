package org.gatehouse.session;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;

/** What the browser of the current request carries about earlier logins with it: a text that only {@link KnownDevices} can read. */
@RequestScoped
public class BrowserDevice {

    private String note = "";
    private Fresh fresh;

    /**
     * A text for the browser to keep.
     *
     * @param lifetime how long
     */
    public record Fresh(String note, Duration lifetime) {
    }

    /** Called by the web, with what the browser has sent, or an empty text. */
    public void arrived(String sent) {
        note = sent;
    }

    String note() {
        return note;
    }

    void replace(String text, Duration lifetime) {
        note = text;
        fresh = new Fresh(text, lifetime);
    }

    /** What the browser is to keep from now on; empty when nothing has changed. */
    public Optional<Fresh> fresh() {
        return Optional.ofNullable(fresh);
    }
}
