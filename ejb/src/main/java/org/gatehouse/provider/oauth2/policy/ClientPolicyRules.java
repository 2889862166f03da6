package org.gatehouse.provider.oauth2.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.gatehouse.type.Default;

/**
 * Whom a policy concerns and what it demands, as it is stored.
 *
 * @param conditions all of which have to be met
 * @param demands what then has to be kept
 */
public record ClientPolicyRules(@NotNull @Valid @Default("{}") ClientConditions conditions,
        @NotNull @Valid @Default("{}") ClientDemands demands) {
}
