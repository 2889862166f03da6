package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.directory.password.Argon2Cost;
import org.gatehouse.directory.password.PasswordHasher;

/**
 * Gives the product its one password hasher, from {@code gatehouse.password.*}. At its busiest a node needs {@code parallel} times
 * {@code memory} for hashing.
 */
@ApplicationScoped
public class PasswordSettings {

    /** Argon2's memory in KiB. */
    @Inject
    @ConfigProperty(name = "gatehouse.password.memory", defaultValue = "7168")
    private int memory;

    @Inject
    @ConfigProperty(name = "gatehouse.password.iterations", defaultValue = "5")
    private int iterations;

    @Inject
    @ConfigProperty(name = "gatehouse.password.lanes", defaultValue = "1")
    private int lanes;

    /** How many hashes this node computes at a time. */
    @Inject
    @ConfigProperty(name = "gatehouse.password.parallel", defaultValue = "8")
    private int parallel;

    /** How long a login waits for its turn. */
    @Inject
    @ConfigProperty(name = "gatehouse.password.patience-seconds", defaultValue = "5")
    private int patienceSeconds;

    @Produces
    @Singleton
    PasswordHasher hasher() {
        return new PasswordHasher(new Argon2Cost(memory, iterations, lanes), parallel, Duration.ofSeconds(patienceSeconds));
    }
}
