package org.gatehouse.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the server's configuration says about settings that nobody has touched yet. */
@ApplicationScoped
class ConfiguredDefaults {

    @Inject
    @ConfigProperty(name = "gatehouse.events.retention-days", defaultValue = "365")
    private int retentionDays;

    @Inject
    @ConfigProperty(name = "gatehouse.token.lifetime-hours", defaultValue = "24")
    private int tokenHours;

    @Inject
    @ConfigProperty(name = "gatehouse.reputation.lower-limit", defaultValue = "-5")
    private int lowest;

    @Inject
    @ConfigProperty(name = "gatehouse.reputation.upper-limit", defaultValue = "5")
    private int highest;

    /** Only those settings that the configuration knows. */
    JsonObject wire() {
        return Json.createObjectBuilder()
                .add("event_retention", "days=" + retentionDays)
                .add("default_token_duration", tokenHours % 24 == 0 ? "days=" + tokenHours / 24 : "hours=" + tokenHours)
                .add("reputation_lower_limit", Math.min(lowest, 0))
                .add("reputation_upper_limit", Math.max(highest, 0))
                .build();
    }
}
