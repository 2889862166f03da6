package org.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSettingsTest {

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "gatehouse.root", "/checkout/ear/..",
            "gatehouse.wildfly.distribution", "/repository/wildfly.zip",
            "gatehouse.ear", "/checkout/ear/target/gatehouse.ear"));

    @Test
    void keepsEverythingBelowTheCheckoutsTargetByDefault() {
        RunSettings settings = RunSettings.from(environment, properties);

        assertThat(settings.home()).isEqualTo(Path.of("/checkout/target/gatehouse"));
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.portOffset()).isZero();
        assertThat(settings.database()).isEmpty();
        assertThat(settings.initialSetup()).isTrue();
    }

    @Test
    void takesHomeAndDatabaseFromTheEnvironment() {
        environment.put("GATEHOUSE_HOME", "/srv/gatehouse");
        environment.put("GATEHOUSE_DATABASE_URL", "jdbc:postgresql://db/gatehouse");
        environment.put("GATEHOUSE_DATABASE_USERNAME", "gate");
        environment.put("GATEHOUSE_DATABASE_PASSWORD", "secret");

        RunSettings settings = RunSettings.from(environment, properties);

        assertThat(settings.home()).isEqualTo(Path.of("/srv/gatehouse"));
        assertThat(settings.database()).contains(new DatabaseAccess("jdbc:postgresql://db/gatehouse", "gate", "secret"));
    }

    @Test
    void neverShowsAPassword() {
        environment.put("GATEHOUSE_DATABASE_URL", "jdbc:postgresql://db/gatehouse?password=inurl");
        environment.put("GATEHOUSE_DATABASE_PASSWORD", "secret");

        assertThat(RunSettings.from(environment, properties).toString()).doesNotContain("secret", "inurl");
    }

    @Test
    void needsNoInitialSetupWithABootstrapPassword() {
        environment.put("GATEHOUSE_BOOTSTRAP_PASSWORD", "a password");

        assertThat(RunSettings.from(environment, properties).initialSetup()).isFalse();
    }

    @Test
    void refusesPortOffsetThatIsNoNumberOrOutOfRange() {
        for (String offset : new String[] {"x", "-1", "7901", ""}) {
            properties.put("gatehouse.port-offset", offset);

            assertThatThrownBy(() -> RunSettings.from(environment, properties))
                    .isInstanceOf(StartupFailure.class).hasMessageContaining("gatehouse.port-offset");
        }
    }

    @Test
    void refusesHeapThatWouldAddOptionsToTheCommandLine() {
        properties.put("gatehouse.heap", "1g -Dx=y");

        assertThatThrownBy(() -> RunSettings.from(environment, properties)).hasMessageContaining("gatehouse.heap");
    }

    @Test
    void refusesOtherDatabasesThanPostgresql() {
        environment.put("GATEHOUSE_DATABASE_URL", "jdbc:h2:mem:x");

        assertThatThrownBy(() -> RunSettings.from(environment, properties)).hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void readsVerboseAsAFlag() {
        assertThat(RunSettings.from(environment, properties).verbose()).isFalse();

        properties.put("gatehouse.verbose", "");
        assertThat(RunSettings.from(environment, properties).verbose()).isTrue();

        properties.put("gatehouse.verbose", "false");
        assertThat(RunSettings.from(environment, properties).verbose()).isFalse();
    }
}
