package org.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

    private static final String BASE = "https://id.example.com";

    @Test
    void changesComeFromOwnPagesOrFromPrograms() {
        assertThat(SameOriginFilter.isOwn(BASE, "same-origin", BASE)).isTrue();
        assertThat(SameOriginFilter.isOwn(null, null, BASE)).isTrue();
        assertThat(SameOriginFilter.isOwn(null, "none", BASE)).isTrue();
    }

    @Test
    void changesFromOtherSitesAreRefused() {
        assertThat(SameOriginFilter.isOwn("null", null, BASE)).isFalse();
        assertThat(SameOriginFilter.isOwn("https://evil.example", null, BASE)).isFalse();
        assertThat(SameOriginFilter.isOwn("http://id.example.com", null, BASE)).isFalse();
        assertThat(SameOriginFilter.isOwn(null, "cross-site", BASE)).isFalse();
        assertThat(SameOriginFilter.isOwn(null, "same-site", BASE)).isFalse();
        assertThat(SameOriginFilter.isOwn(BASE, "cross-site", BASE)).isFalse();
    }

    @Test
    void pagesMayRunNoInlineScriptAndBeInNoFrame() {
        for (String path : new String[] {"/if/flow/x/", "/if/user/", "/if/admin/", "/api/v3/", "/application/o/authorize/"}) {
            assertThat(PagePolicy.of(path).header()).contains("default-src 'none'", "frame-ancestors 'none'").endsWith("script-src 'self'")
                    .doesNotContain("unsafe-eval");
        }
        assertThat(PagePolicy.of("/if/flow/x/").header()).doesNotContain("unsafe-inline").doesNotContain("form-action");
        assertThat(PagePolicy.of("/if/user/").header()).contains("form-action 'self'");
    }

    @Test
    void queryStringsAreReadWhateverTheyHold() {
        assertThat(QueryString.parse("?next=%2Fa%3Fb%3Dc&execution=x&next=second&flag&=nameless&bad=%zz&nul=%00"))
                .isEqualTo(Map.of("next", "/a?b=c", "execution", "x", "flag", ""));
        assertThat(QueryString.parse(null)).isEmpty();
        assertThat(QueryString.parse("")).isEmpty();
    }
}
