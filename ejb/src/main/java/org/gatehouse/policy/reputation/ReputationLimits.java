package org.gatehouse.policy.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.model.policy.ReputationRules;

/** How scores behave, from {@code gatehouse.reputation.*}. */
@ApplicationScoped
public class ReputationLimits {

    @Inject
    @ConfigProperty(name = "gatehouse.reputation.lower-limit", defaultValue = "-5")
    private long lowest;

    @Inject
    @ConfigProperty(name = "gatehouse.reputation.upper-limit", defaultValue = "5")
    private long highest;

    /** How long a score takes to come a point closer to zero. */
    @Inject
    @ConfigProperty(name = "gatehouse.reputation.fading-hours", defaultValue = "6")
    private int fadingHours;

    /** How long a score is remembered. */
    @Inject
    @ConfigProperty(name = "gatehouse.reputation.expiry-seconds", defaultValue = "86400")
    private int expirySeconds;

    /** How many scores there may be. */
    @Inject
    @ConfigProperty(name = "gatehouse.reputation.most-scores", defaultValue = "100000")
    private int mostScores;

    ReputationRules rules() {
        return new ReputationRules(lowest, highest, Duration.ofHours(Math.max(fadingHours, 1)), Duration.ofSeconds(expirySeconds));
    }

    int mostScores() {
        return mostScores;
    }
}
