package org.gatehouse.flow.stage.authenticatorstatic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * The settings of a stage that hands out codes.
 *
 * @param configureFlow the flow by which users get codes by themselves
 * @param friendlyName what users are told they get; empty: the type's name
 * @param tokenCount how many codes
 * @param tokenLength how many characters each has
 */
public record AuthenticatorStaticStageSettings(
        Ref<Flow> configureFlow,
        @Default("") @Size(max = 255) String friendlyName,
        @Default("6") @Min(0) @Max(1000) int tokenCount,
        @Default("12") @Min(0) @Max(100) int tokenLength) {
}
