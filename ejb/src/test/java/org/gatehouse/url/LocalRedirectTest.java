package org.gatehouse.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalRedirectTest {

    @Test
    void followsPathsOfThisServer() {
        assertThat(List.of("/", "/if/user/", "/application/o/authorize/?a=b&c=%2F%2Fd#e"))
                .allMatch(path -> LocalRedirect.safe(path).equals(java.util.Optional.of(path)));
    }

    @Test
    void followsNothingThatABrowserCouldTakeElsewhere() {
        assertThat(List.of("", "//evil.example", "/\\evil.example", "\\/evil.example", "https://evil.example", "javascript:alert(1)", "if/user/",
                "/\t/evil.example", "/\n/evil.example", " /x", "/x\u0000", "/x\u0085", "/" + "a".repeat(5000)))
                .allMatch(path -> LocalRedirect.safe(path).isEmpty());
        assertThat(LocalRedirect.safe(null)).isEmpty();
    }
}
