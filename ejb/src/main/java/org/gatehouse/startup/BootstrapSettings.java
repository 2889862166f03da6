package org.gatehouse.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.directory.password.PasswordHasher;

/**
 * What the operator gives a new installation: {@code GATEHOUSE_BOOTSTRAP_PASSWORD}, {@code GATEHOUSE_BOOTSTRAP_TOKEN} and
 * {@code GATEHOUSE_BOOTSTRAP_EMAIL}. Each is used once and ignored ever after.
 */
@ApplicationScoped
public class BootstrapSettings {

    private static final int SHORTEST_TOKEN = 8;
    private static final int LONGEST_TOKEN = 1024;

    @Inject
    @ConfigProperty(name = "gatehouse.bootstrap.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "gatehouse.bootstrap.token")
    private Optional<String> token;

    @Inject
    @ConfigProperty(name = "gatehouse.bootstrap.email")
    private Optional<String> email;

    /** For the container. */
    public BootstrapSettings() {
    }

    BootstrapSettings(Optional<String> password, Optional<String> token, Optional<String> email) {
        this.password = password;
        this.token = token;
        this.email = email;
    }

    /** @throws StartupFailure when a value cannot be used */
    void check() {
        password.filter(text -> text.length() > PasswordHasher.LONGEST_PASSWORD).ifPresent(tooLong -> {
            throw new StartupFailure("GATEHOUSE_BOOTSTRAP_PASSWORD is longer than " + PasswordHasher.LONGEST_PASSWORD
                    + " characters: choose a shorter one.");
        });
        token.filter(text -> text.length() < SHORTEST_TOKEN || text.length() > LONGEST_TOKEN).ifPresent(unusable -> {
            throw new StartupFailure("GATEHOUSE_BOOTSTRAP_TOKEN must have " + SHORTEST_TOKEN + " to " + LONGEST_TOKEN
                    + " characters: choose a random one (openssl rand -hex 30).");
        });
        email.filter(text -> text.length() > 254 || !text.matches("[^@\\s]+@[^@\\s]+")).ifPresent(unusable -> {
            throw new StartupFailure("GATEHOUSE_BOOTSTRAP_EMAIL is not an e-mail address: correct or unset it.");
        });
    }

    Optional<String> password() {
        return password;
    }

    Optional<String> token() {
        return token;
    }

    String email() {
        return email.orElse("");
    }
}
