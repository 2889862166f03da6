package org.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteLabelTest {

    @Test
    void namesKnownRoutesWithoutWhatIsParticular() {
        assertThat(RouteLabel.of("/api/v3/flows/executor/default-authentication-flow/")).isEqualTo("/api/v3/flows/executor/");
        assertThat(RouteLabel.of("/api/v3/core/users/17/")).isEqualTo("/api/v3/");
        assertThat(RouteLabel.of("/application/o/token/")).isEqualTo("/application/o/token/");
        assertThat(RouteLabel.of("/application/o/grafana/jwks/")).isEqualTo("/application/o/");
    }

    @Test
    void unknownPathsShareOneName() {
        assertThat(RouteLabel.of("/wp-login.php")).isEqualTo("other");
        assertThat(RouteLabel.of("")).isEqualTo("other");
    }
}
