package org.gatehouse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandCallTest {

    @Test
    void sortsWordsFromOptions() {
        CommandCall call = CommandCall.of(List.of("apply", "--minutes", "5", "--alg=rsa", "--dry-run", "x"), "");

        assertThat(call.words()).containsExactly("apply", "x");
        assertThat(call.option("minutes")).hasValue("5");
        assertThat(call.option("alg")).hasValue("rsa");
        assertThat(call.option("dry-run")).hasValue("");
    }

    @Test
    void refusesWhatIsMissingOrUnknown() {
        assertThatThrownBy(() -> CommandCall.of(List.of("--minutes"), "")).isInstanceOf(CommandRefused.class);
        assertThatThrownBy(() -> CommandCall.of(List.of("--x=1"), "").allowing("minutes")).hasMessageContaining("--x");
        assertThatThrownBy(() -> CommandCall.of(List.of(), "").word(0, "a name")).hasMessageContaining("a name");
    }
}
