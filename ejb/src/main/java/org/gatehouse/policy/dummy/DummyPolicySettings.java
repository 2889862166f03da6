package org.gatehouse.policy.dummy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.gatehouse.type.Default;

/**
 * The settings of a dummy policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param result what it decides
 * @param waitMin the shortest wait before it decides, in seconds
 * @param waitMax the longest wait, in seconds
 */
public record DummyPolicySettings(
        @Default("false") boolean executionLogging,
        @Default("false") boolean result,
        @Default("5") @Min(0) @Max(3600) int waitMin,
        @Default("30") @Min(0) @Max(3600) int waitMax) {
}
