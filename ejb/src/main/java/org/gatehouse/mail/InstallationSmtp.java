package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's mail server, from the settings {@code gatehouse.email.*}. */
@ApplicationScoped
public class InstallationSmtp {

    @Inject
    @ConfigProperty(name = "gatehouse.email.host", defaultValue = "localhost")
    private String host;

    @Inject
    @ConfigProperty(name = "gatehouse.email.port", defaultValue = "25")
    private int port;

    @Inject
    @ConfigProperty(name = "gatehouse.email.username")
    private Optional<String> username;

    @Inject
    @ConfigProperty(name = "gatehouse.email.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "gatehouse.email.use-tls", defaultValue = "false")
    private boolean useTls;

    @Inject
    @ConfigProperty(name = "gatehouse.email.use-ssl", defaultValue = "false")
    private boolean useSsl;

    @Inject
    @ConfigProperty(name = "gatehouse.email.timeout-seconds", defaultValue = "10")
    private int timeoutSeconds;

    @Inject
    @ConfigProperty(name = "gatehouse.email.from", defaultValue = "gatehouse@localhost")
    private String from;

    /** The server for letters that name none of their own. */
    SmtpServer server() {
        return new SmtpServer(host, port, username.orElse(""), password.orElse(""), useTls, useSsl, Duration.ofSeconds(timeoutSeconds), from);
    }
}
