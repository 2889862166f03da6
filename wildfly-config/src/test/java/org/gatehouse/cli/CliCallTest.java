package org.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CliCallTest {

    private static CliCall call(String input, String... line) throws IOException {
        return CliCall.of(List.of(line), "127.0.0.1:9990", new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void asksForHelpWhenNothingElseIsSaid() throws IOException {
        assertThat(call("").command()).isEqualTo("help");
        assertThat(call("", "blueprint", "--help").command()).isEqualTo("help");
    }

    @Test
    void keepsItsOwnOptionsAndPassesOnTheOthers() throws IOException {
        CliCall call = call("entries: []", "--controller", "h:1", "blueprint", "diff", "--file", "-", "--minutes", "5");

        assertThat(call).isEqualTo(new CliCall("h:1", "blueprint", List.of("diff", "--minutes", "5"), "entries: []"));
    }

    @Test
    void readsAPasswordFromTheStandardInputOnly() throws IOException {
        assertThat(call("secret\n", "hash-password").input()).isEqualTo("secret\n");
        assertThat(call("secret\n", "audit-verify").input()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheLine() {
        assertThatThrownBy(() -> call("", "blueprint", "apply", "--file")).hasMessageContaining("--file");
        assertThatThrownBy(() -> call("", "blueprint", "apply", "--file", "/nowhere/x.yaml")).hasMessageContaining("/nowhere/x.yaml");
    }
}
