package org.gatehouse.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintSurroundingsTest {

    @TempDir
    private Path around;

    private Path directory;
    private BlueprintSurroundings surroundings;

    @BeforeEach
    void fill() throws IOException {
        directory = Files.createDirectories(around.resolve("blueprints"));
        Files.createDirectories(directory.resolve("team"));
        Files.writeString(directory.resolve("team/wiki.yaml"), "version: 1");
        Files.writeString(directory.resolve("logo.txt"), "a logo");
        Files.writeString(around.resolve("secret.txt"), "secret");
        surroundings = new BlueprintSurroundings(Optional.of(directory.toString()), List.of("BLUEPRINT_*", " TEAM", "GATEHOUSE_KEY", "*_MAIL"),
                Map.of("BLUEPRINT_A", "a", "TEAM", "blue", "GATEHOUSE_KEY", "key", "PGPASSWORD", "secret")::get);
    }

    @Test
    void readsFilesOfTheDirectory() {
        assertThat(surroundings.file("logo.txt")).contains("a logo");
        assertThat(surroundings.file("team/../logo.txt")).contains("a logo");
        assertThat(surroundings.file("none.txt")).isEmpty();
        assertThat(surroundings.file("team")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "team/../../secret.txt", "/etc/hostname"})
    void readsNothingOutsideOfIt(String path) {
        assertThatThrownBy(() -> surroundings.file(path)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reads files of the blueprint directory only.");
    }

    @Test
    void followsNoLinkThatLeadsOutside() throws IOException {
        Files.createSymbolicLink(directory.resolve("link.txt"), around.resolve("secret.txt"));
        Files.createSymbolicLink(directory.resolve("inside.txt"), directory.resolve("logo.txt"));

        assertThatThrownBy(() -> surroundings.file("link.txt")).hasMessage("reads files of the blueprint directory only.");
        assertThat(surroundings.file("inside.txt")).contains("a logo");
    }

    @Test
    void refusesWhatIsNoTextOrTooLong() throws IOException {
        Files.write(directory.resolve("binary"), new byte[] {(byte) 0xc3, 0x28});
        Files.write(directory.resolve("long"), new byte[YamlTree.LONGEST_TEXT + 1]);

        assertThatThrownBy(() -> surroundings.file("binary")).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> surroundings.file("long")).hasMessageContaining("at most a megabyte");
        assertThatThrownBy(() -> surroundings.file("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsTheBlueprintsOfTheDirectory() {
        assertThat(surroundings.blueprints()).containsExactly("team/wiki.yaml");
        assertThat(surroundings.modified("team/wiki.yaml")).isPresent();
        assertThat(surroundings.modified("none.yaml")).isEmpty();
        assertThat(new BlueprintSurroundings(Optional.empty(), List.of(), name -> null).blueprints()).isEmpty();
    }

    @Test
    void showsOnlyTheVariablesThatAreAllowed() {
        assertThat(surroundings.environment("BLUEPRINT_A")).contains("a");
        assertThat(surroundings.environment("BLUEPRINT_B")).isEmpty();
        assertThat(surroundings.environment("TEAM")).contains("blue");
        assertThatThrownBy(() -> surroundings.environment("PGPASSWORD")).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> surroundings.environment("TEAM_B")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsTheProductsOwnVariables() {
        assertThatThrownBy(() -> surroundings.environment("GATEHOUSE_KEY")).isInstanceOf(IllegalArgumentException.class);
    }
}
