package org.gatehouse.flow.stage.email;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.gatehouse.type.Default;
import org.gatehouse.type.Secret;
import org.gatehouse.type.Section;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of an e-mail stage.
 *
 * @param useGlobalSettings whether the installation's mail server sends; else the one that follows
 * @param useTls whether to begin TLS after connecting (STARTTLS)
 * @param useSsl whether to speak TLS from the beginning
 * @param timeout in seconds
 * @param tokenExpiry how long the link can be used
 * @param subject empty for the template's own
 * @param activateUserOnSuccess whether a new account becomes active with the link; one that was in use and was disabled does not
 * @param recoveryMaxAttempts how many letters there may be in {@code recoveryCacheTimeout}; 0 for any number
 */
public record EmailStageSettings(
        @Default("false") boolean useGlobalSettings,
        @Section("server") @Default("localhost") @Size(max = 255) String host,
        @Section("server") @Default("25") @Min(1) @Max(65535) int port,
        @Section("server") @Default("") @Size(max = 255) String username,
        @Section("server") Secret password,
        @Section("server") @Default("false") boolean useTls,
        @Section("server") @Default("false") boolean useSsl,
        @Section("server") @Default("10") @Min(1) @Max(300) int timeout,
        @Section("server") @Default("gatehouse@localhost") @Size(max = 254) String fromAddress,
        @Default("minutes=30") TimeSpan tokenExpiry,
        @Default("") @Size(max = 255) String subject,
        @Default("email/password_reset.html") String template,
        @Default("false") boolean activateUserOnSuccess,
        @Default("5") @Min(0) @Max(1000) int recoveryMaxAttempts,
        @Default("minutes=5") TimeSpan recoveryCacheTimeout) {
}
