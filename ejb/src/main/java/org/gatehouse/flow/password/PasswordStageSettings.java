package org.gatehouse.flow.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * The settings of a password stage.
 *
 * @param backends what is accepted as a password, asked in this order
 * @param configureFlow the flow in which users change their password
 * @param failedAttemptsBeforeCancel wrong answers in one run of a flow after which the flow is refused
 * @param allowShowPassword whether the page offers to show what is typed
 */
public record PasswordStageSettings(
        @NotEmpty Set<PasswordBackend> backends,
        Ref<Flow> configureFlow,
        @Default("5") @Min(1) @Max(1000) int failedAttemptsBeforeCancel,
        @Default("false") boolean allowShowPassword) {
}
