package org.gatehouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.gatehouse.crypto.RandomKeys;
import org.junit.jupiter.api.Test;

class CsrfTokensTest {

    private final CsrfTokens tokens = new CsrfTokens(new byte[32], new RandomKeys());
    private final UUID session = UUID.randomUUID();

    @Test
    void permitsTheSameValueFromCookieAndHeader() {
        String value = tokens.make(session);

        assertThat(tokens.permits(value, value, session)).isTrue();
    }

    @Test
    void refusesAValueOfAnotherLogin() {
        String value = tokens.make(UUID.randomUUID());

        assertThat(tokens.permits(value, value, session)).isFalse();
    }

    @Test
    void refusesAnythingButTheValueTwice() {
        String value = tokens.make(session);

        assertThat(tokens.permits(null, value, session)).isFalse();
        assertThat(tokens.permits(value, null, session)).isFalse();
        assertThat(tokens.permits(value, tokens.make(session), session)).isFalse();
        assertThat(tokens.permits("planted", "planted", session)).isFalse();
        assertThat(tokens.permits("a.b", "a.b", session)).isFalse();
    }
}
