package org.gatehouse.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsAccessTest {

    private final MetricsAccess withToken = new MetricsAccess(Optional.of("scrape-me"));
    private final MetricsAccess withoutToken = new MetricsAccess(Optional.empty());

    @Test
    void tokenPermitsFromAnywhere() {
        assertThat(withToken.permits("Bearer scrape-me", "198.51.100.7", true)).isTrue();
        assertThat(withToken.permits("bearer scrape-me", "198.51.100.7", false)).isTrue();
    }

    @Test
    void wrongTokenIsRefusedEvenFromThisMachine() {
        assertThat(withToken.permits("Bearer scrape-m", "127.0.0.1", false)).isFalse();
        assertThat(withToken.permits("scrape-me", "127.0.0.1", false)).isFalse();
        assertThat(withToken.permits("Bearer ", "127.0.0.1", false)).isFalse();
        assertThat(withoutToken.permits("Bearer null", "127.0.0.1", false)).isFalse();
    }

    @Test
    void thisMachineMayReadUnlessItSpeaksForSomebodyElse() {
        assertThat(withoutToken.permits(null, "127.0.0.1", false)).isTrue();
        assertThat(withoutToken.permits(null, "0:0:0:0:0:0:0:1", false)).isTrue();
        assertThat(withoutToken.permits(null, "127.0.0.1", true)).isFalse();
    }

    @Test
    void othersMayNot() {
        assertThat(withoutToken.permits(null, "198.51.100.7", false)).isFalse();
        assertThat(withoutToken.permits(null, "localhost", false)).isFalse();
        assertThat(withoutToken.permits(null, null, false)).isFalse();
    }
}
