package org.gatehouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example/x", "vbscript:x", "not an address", " "})
    void refusesWhatIsNoLink(String typed) {
        assertThat(PageAddress.link(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/if/user/", "https://wiki.example.com/", "http://localhost:3000/a?b=c"})
    void takesPathsAndWebAddresses(String typed) {
        assertThat(PageAddress.link(typed)).contains(typed);
    }

    @Test
    void takesEmbeddedPicturesAsPicturesOnly() {
        assertThat(PageAddress.image("data:image/svg+xml;base64,AAAA")).isPresent();
        assertThat(PageAddress.link("data:image/svg+xml;base64,AAAA")).isEmpty();
    }

    @Test
    void standsInForAMissingPicture() {
        assertThat(Initials.of("Ada Lovelace")).isEqualTo("AL");
        assertThat(Initials.of("  grafana")).isEqualTo("G");
        assertThat(Initials.of("§ !")).isEqualTo("?");
    }

    @Test
    void recognisesBrowsersAmongThoseThatClaimToBeOthers() {
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0")).isEqualTo("Edge · Windows");
        assertThat(BrowserName.of("my-agent")).isEqualTo("my-agent");
    }
}
