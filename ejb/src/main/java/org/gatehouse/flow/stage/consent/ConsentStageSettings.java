package org.gatehouse.flow.stage.consent;

import org.gatehouse.model.WireName;
import org.gatehouse.type.Default;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of a consent stage.
 *
 * @param mode whether an answer is remembered
 * @param consentExpireIn for how long, in mode {@code expiring}
 */
public record ConsentStageSettings(
        @Default("always_require") Mode mode,
        @Default("weeks=4") TimeSpan consentExpireIn) {

    /** How long an answer counts. */
    public enum Mode implements WireName {
        ALWAYS_REQUIRE,
        PERMANENT,
        EXPIRING
    }
}
