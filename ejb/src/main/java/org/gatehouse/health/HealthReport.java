package org.gatehouse.health;

import java.util.Map;

/**
 * The state of everything a node cannot work without.
 *
 * @param checks whether each is well, by name, in the order they were asked
 */
public record HealthReport(Map<String, Boolean> checks) {

    public boolean isReady() {
        return checks.values().stream().allMatch(Boolean::booleanValue);
    }
}
