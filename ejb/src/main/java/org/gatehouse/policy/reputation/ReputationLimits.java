package org.gatehouse.policy.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.model.policy.ReputationRules;
import org.gatehouse.setting.Settings;
import org.gatehouse.setting.SystemSettings;

/** How scores behave: their limits are settings of the installation, the rest is {@code gatehouse.reputation.*}. */
@ApplicationScoped
public class ReputationLimits {

    @Inject
    private Settings settings;

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
        SystemSettings limits = settings.current();
        return new ReputationRules(limits.reputationLowerLimit(), limits.reputationUpperLimit(), Duration.ofHours(Math.max(fadingHours, 1)), Duration.ofSeconds(expirySeconds));
    }

    int mostScores() {
        return mostScores;
    }
}
