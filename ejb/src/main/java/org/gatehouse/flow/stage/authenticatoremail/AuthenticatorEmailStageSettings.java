package org.gatehouse.flow.stage.authenticatoremail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Secret;
import org.gatehouse.type.Section;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of a stage that sets up codes by e-mail.
 *
 * @param configureFlow the flow by which users set a device up by themselves
 * @param friendlyName how a new device is called; empty: the class's name
 * @param useGlobalSettings whether the installation's mail server sends; else the one that follows
 * @param useTls whether to begin TLS after connecting (STARTTLS)
 * @param useSsl whether to speak TLS from the beginning
 * @param timeout in seconds
 * @param subject empty for the template's own
 * @param tokenExpiry how long a code can be used
 */
public record AuthenticatorEmailStageSettings(
        Ref<Flow> configureFlow,
        @Default("") @Size(max = 64) String friendlyName,
        @Default("false") boolean useGlobalSettings,
        @Section("server") @Default("localhost") @Size(max = 255) String host,
        @Section("server") @Default("25") @Min(1) @Max(65535) int port,
        @Section("server") @Default("") @Size(max = 255) String username,
        @Section("server") Secret password,
        @Section("server") @Default("false") boolean useTls,
        @Section("server") @Default("false") boolean useSsl,
        @Section("server") @Default("10") @Min(1) @Max(300) int timeout,
        @Section("server") @Default("gatehouse@localhost") @Size(max = 254) String fromAddress,
        @Default("") @Size(max = 255) String subject,
        @Default("minutes=30") TimeSpan tokenExpiry,
        @Default("email/email_otp.html") String template) {
}
