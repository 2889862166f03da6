package org.gatehouse.policy.passwordexpiry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.gatehouse.type.Default;

/**
 * The settings of a password expiry policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param days how many days a password is good for
 * @param denyOnly whether an expired password is only refused here; otherwise it also becomes unusable
 */
public record PasswordExpiryPolicySettings(
        @Default("false") boolean executionLogging,
        @NotNull @PositiveOrZero @Max(36_500) Integer days,
        @Default("false") boolean denyOnly) {
}
