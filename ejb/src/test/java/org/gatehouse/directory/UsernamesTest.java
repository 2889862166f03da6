package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UsernamesTest {

    @Test
    void foldsCompatibleFormsIntoOne() {
        assertThat(Usernames.normalise(" ａlice ")).isEqualTo("alice");
        assertThat(Usernames.normalise("ﬁona")).isEqualTo("fiona");
    }

    @Test
    void refusesWhatCannotBeSeen() {
        for (String text : new String[] {"", "  ", "a\nb", "a\0b", "a\u200Bb", "a\u202Eb", "x".repeat(151)}) {
            assertThatThrownBy(() -> Usernames.normalise(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
