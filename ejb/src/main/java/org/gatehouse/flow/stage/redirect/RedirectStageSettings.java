package org.gatehouse.flow.stage.redirect;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.WireName;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * The settings of a redirect stage.
 *
 * @param keepContext whether the other flow knows what this one knows
 * @param mode whether {@code targetStatic} or {@code targetFlow} counts
 * @param targetStatic an http or https URL, or a path of this server
 * @param targetFlow another flow
 */
public record RedirectStageSettings(
        @Default("true") boolean keepContext,
        @NotNull Mode mode,
        @Default("") @Size(max = 4096) String targetStatic,
        Ref<Flow> targetFlow) {

    /** Kinds of targets. */
    public enum Mode implements WireName {
        STATIC,
        FLOW
    }
}
