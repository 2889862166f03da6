package org.gatehouse.provider.oauth2.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gatehouse.session.BrowserState;
import org.gatehouse.session.LiveSession;
import org.junit.jupiter.api.Test;

/** Session Management 1.0 sections 2 and 3.2. */
class SessionStateTest {

    private final LiveSession session = session(1);

    @Test
    void isComputedFromClientOriginBrowserStateAndSalt() throws Exception {
        String text = "app https://app.example.com:8443 " + BrowserState.of(session.id()) + " salt";
        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(SessionState.of("app", "https://app.example.com:8443/cb?x=1", session, "salt")).contains(expected + ".salt");
    }

    @Test
    void isAnotherOneForEachLoginClientAndOrigin() {
        assertThat(List.of(SessionState.of("app", "https://app.example.com/cb", session, "s"),
                SessionState.of("app", "https://app.example.com/cb", session(2), "s"),
                SessionState.of("other", "https://app.example.com/cb", session, "s"),
                SessionState.of("app", "https://app.example.com:8443/cb", session, "s"))).doesNotHaveDuplicates();
    }

    @Test
    void isNothingForAnApplicationWithoutPages() {
        assertThat(SessionState.of("app", "com.example.app:/cb", session, "salt")).isEmpty();
    }

    private static LiveSession session(long id) {
        return new LiveSession(new UUID(0, id), 1, Instant.EPOCH, Instant.MAX, Instant.EPOCH, List.of());
    }
}
