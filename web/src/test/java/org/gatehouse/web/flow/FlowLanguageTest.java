package org.gatehouse.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowLanguageTest {

    @Test
    void takesTheFirstLanguageThatPagesExistIn() {
        assertThat(FlowLanguage.firstKnown("fr-CA de-CH en")).contains("de");
        assertThat(FlowLanguage.firstKnown("en de")).contains("en");
        assertThat(FlowLanguage.firstKnown("fr it")).isEmpty();
    }

    @Test
    void ignoresWhatIsNoLanguage() {
        assertThat(FlowLanguage.firstKnown("../../etc ; \r\nSet-Cookie:x <script>")).isEmpty();
    }
}
