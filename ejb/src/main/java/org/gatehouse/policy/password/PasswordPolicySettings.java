package org.gatehouse.policy.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import org.gatehouse.type.Default;
import org.gatehouse.type.Section;

/**
 * The settings of a password policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param passwordField the prompt that the password is typed into
 * @param checkStaticRules whether length and kinds of characters count
 * @param lengthMin how long a password has to be, in characters
 * @param amountUppercase how many upper case letters it needs
 * @param amountLowercase how many lower case letters it needs
 * @param amountDigits how many digits it needs
 * @param amountSymbols how many characters of {@code symbolCharset} it needs
 * @param symbolCharset the characters that count as symbols
 * @param errorMessage what the user is told when a static rule is broken; empty for a sentence per rule
 * @param checkHaveIBeenPwned whether it must not be among the passwords known from breaches
 * @param hibpAllowedCount how often it may be among them
 * @param checkZxcvbn whether it must be hard to guess by zxcvbn's estimate
 * @param zxcvbnScoreThreshold the score, 0 to 4, that it must exceed
 */
public record PasswordPolicySettings(
        @Default("false") boolean executionLogging,
        @Default("password") @NotBlank String passwordField,
        @Default("true") @Section("rules") boolean checkStaticRules,
        @Default("0") @PositiveOrZero @Section("rules") int lengthMin,
        @Default("0") @PositiveOrZero @Section("rules") int amountUppercase,
        @Default("0") @PositiveOrZero @Section("rules") int amountLowercase,
        @Default("0") @PositiveOrZero @Section("rules") int amountDigits,
        @Default("0") @PositiveOrZero @Section("rules") int amountSymbols,
        @Default(ASCII_SYMBOLS) @NotEmpty @Section("rules") String symbolCharset,
        @Default("") @Section("rules") String errorMessage,
        @Default("false") @Section("pwned") boolean checkHaveIBeenPwned,
        @Default("0") @PositiveOrZero @Section("pwned") int hibpAllowedCount,
        @Default("false") @Section("strength") boolean checkZxcvbn,
        @Default("2") @PositiveOrZero @Max(4) @Section("strength") int zxcvbnScoreThreshold) {

    static final String ASCII_SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ";
}
