package org.gatehouse.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"../x.png", "a/../x.png", "/x.png", "a//x.png", ".x.png", "x", "a b.png", "x..png", "a\\x.png", "x.png\n"})
    void noNameLeadsElsewhere(String name) {
        assertThat(MediaAddress.isName(name)).isFalse();
    }

    @Test
    void uploadedPicturesHaveAnAddressAndOthersKeepTheirs() {
        assertThat(MediaAddress.of("icons/wiki.png")).hasValue("/media/icons/wiki.png");
        assertThat(MediaAddress.of("/static/img/gatehouse.svg")).hasValue("/static/img/gatehouse.svg");
        assertThat(MediaAddress.of("https://example.com/a.png")).hasValue("https://example.com/a.png");
        assertThat(MediaAddress.of("fa://fa-book")).hasValue("fa://fa-book");
        assertThat(MediaAddress.of("")).isEmpty();
    }

    @Test
    void aThemeStandsForLightAndDark() {
        assertThat(MediaAddress.of("logo-%(theme)s.svg")).hasValue("/media/logo-light.svg");
        assertThat(MediaAddress.themed("logo-%(theme)s.svg").orElseThrow().getString("dark")).isEqualTo("/media/logo-dark.svg");
        assertThat(MediaAddress.themed("logo.svg")).isEmpty();
    }
}
