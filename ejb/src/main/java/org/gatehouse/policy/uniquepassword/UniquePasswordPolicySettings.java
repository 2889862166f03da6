package org.gatehouse.policy.uniquepassword;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import org.gatehouse.type.Default;

/**
 * The settings of a unique password policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param passwordField the prompt that the password is typed into
 * @param numHistoricalPasswords how many of the user's passwords, the present one included, must not be chosen again
 */
public record UniquePasswordPolicySettings(
        @Default("false") boolean executionLogging,
        @Default("password") @NotBlank String passwordField,
        @Default("1") @PositiveOrZero @Max(MOST) int numHistoricalPasswords) {

    /** Each former password costs a hash when a new one is checked. */
    static final int MOST = 50;
}
