package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentTest {

    @Test
    void tellsBrowsersApartThatCallThemselvesByOtherNames() {
        UserAgent edge = UserAgent.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
                + " Safari/537.36 Edg/120.0.0.0");
        UserAgent phone = UserAgent.of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                + " Version/17.0 Mobile/15E148 Safari/604.1");

        assertThat(edge.browser()).isEqualTo("Edge");
        assertThat(edge.system()).isEqualTo("Windows");
        assertThat(phone.browser()).isEqualTo("Safari");
        assertThat(phone.version()).isEqualTo("17");
        assertThat(phone.device()).isEqualTo("iPhone");
    }

    @Test
    void hasAnAnswerForAnyText() {
        assertThat(UserAgent.of("").toJson().getJsonObject("user_agent").getString("family")).isEqualTo("Other");
    }
}
