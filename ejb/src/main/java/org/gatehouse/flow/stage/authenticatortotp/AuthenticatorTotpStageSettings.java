package org.gatehouse.flow.stage.authenticatortotp;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.WireName;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * The settings of a stage that sets up an app for time-based codes.
 *
 * @param configureFlow the flow by which users set a device up by themselves
 * @param friendlyName what users are told they set up; empty: the type's name
 * @param digits how long codes are; not every app knows eight digits
 */
public record AuthenticatorTotpStageSettings(
        Ref<Flow> configureFlow,
        @Default("") @Size(max = 255) String friendlyName,
        @NotNull Digits digits) {

    /** How long codes can be. */
    public enum Digits implements WireName {
        SIX(6),
        EIGHT(8);

        private final int count;

        Digits(int count) {
            this.count = count;
        }

        public int count() {
            return count;
        }

        @Override
        public String wireName() {
            return Integer.toString(count);
        }
    }
}
