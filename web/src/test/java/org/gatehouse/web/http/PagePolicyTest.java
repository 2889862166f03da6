package org.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePolicyTest {

    @Test
    void runsNoForeignScriptUnlessThereIsACaptcha() {
        assertThat(PagePolicy.of("/if/flow/x/").withPictures().header()).endsWith("script-src 'self'").doesNotContain("frame-src", "unsafe");
    }

    @Test
    void opensExactlyTheServerOfTheCaptcha() {
        String header = PagePolicy.of("/if/flow/x/").withPictures().withScript("https://challenges.cloudflare.com/turnstile/v0/api.js?x=1").header();

        assertThat(header).endsWith("script-src 'self' https://challenges.cloudflare.com")
                .contains("frame-src https://challenges.cloudflare.com;", "connect-src 'self' https://challenges.cloudflare.com;");
    }

    @Test
    void opensWhatAKnownCaptchaBringsAlong() {
        assertThat(PagePolicy.of("/if/flow/x/").withScript("https://www.recaptcha.net/recaptcha/api.js").header())
                .endsWith("script-src 'self' https://www.recaptcha.net https://www.gstatic.com https://www.gstatic.cn");
    }

    @Test
    void framesExactlyTheServersOfTheClientsThatAreTold() {
        String header = PagePolicy.of("/if/flow/x/").withPictures().withFrames(List.of("https://a.example/out?iss=1&sid=2", "https://b.example:8443/",
                "https://a.example/other", "javascript:alert(1)", "https://c.example;script-src *")).header();

        assertThat(header).contains("; frame-src https://a.example https://b.example:8443;").contains("frame-ancestors 'none'").endsWith("script-src 'self'");
    }

    @Test
    void letsOtherSitesFrameNothingButTheSessionCheck() {
        assertThat(PagePolicy.of("/application/o/check-session/").header()).contains("frame-ancestors *");
        for (String path : List.of("/application/o/check-session", "/application/o/check-session/x", "/application/o/authorize/", "/if/user/")) {
            assertThat(PagePolicy.of(path).header()).as(path).contains("frame-ancestors 'none'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "https://a;script-src *", "data:text/javascript,x", "https://a.example/ 'unsafe-inline'",
        "https://u@evil.example/", "//evil.example/x.js", "https://a.example\n"})
    void opensNothingForWhatIsNoWebAddress(String url) {
        assertThat(PagePolicy.of("/if/flow/x/").withScript(url).header()).isEqualTo(PagePolicy.of("/if/flow/x/").header());
    }
}
