package org.gatehouse.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapSettingsTest {

    @Test
    void acceptsNothingAndEverything() {
        assertThatCode(() -> settings(null, null, null).check()).doesNotThrowAnyException();
        assertThatCode(() -> settings("password", "12345678", "root@example.com").check()).doesNotThrowAnyException();
    }

    @Test
    void refusesAShortTokenInOneLineThatDoesNotQuoteIt() {
        assertThatThrownBy(() -> settings(null, "s3cret!", null).check())
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("GATEHOUSE-STARTUP: GATEHOUSE_BOOTSTRAP_TOKEN ")
                .hasMessageNotContaining("s3cret!");
    }

    @Test
    void refusesAPasswordNobodyCouldLogInWith() {
        assertThatThrownBy(() -> settings("x".repeat(1025), null, null).check()).isInstanceOf(StartupFailure.class);
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> settings(null, null, "root").check()).isInstanceOf(StartupFailure.class);
    }

    private static BootstrapSettings settings(String password, String token, String email) {
        return new BootstrapSettings(Optional.ofNullable(password), Optional.ofNullable(token), Optional.ofNullable(email));
    }
}
