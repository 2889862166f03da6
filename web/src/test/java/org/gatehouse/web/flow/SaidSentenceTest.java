package org.gatehouse.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SaidSentenceTest {

    @Test
    void translatesSentencesWithAndWithoutANumber() {
        assertThat(SaidSentence.in(Locale.GERMAN, "The password has expired.")).isEqualTo("Das Passwort ist abgelaufen.");
        assertThat(SaidSentence.in(Locale.GERMAN, "The password needs at least 12 characters.")).isEqualTo("Das Passwort braucht mindestens 12 Zeichen.");
    }

    @Test
    void leavesWhatAnAdministratorWroteAsItIs() {
        assertThat(SaidSentence.in(Locale.GERMAN, "Call 110 in $1 case.")).isEqualTo("Call 110 in $1 case.");
        assertThat(SaidSentence.in(Locale.ENGLISH, "The password needs at least 12 characters.")).isEqualTo("The password needs at least 12 characters.");
    }
}
