package org.gatehouse.mail;

import java.time.Duration;

/**
 * A mail server that takes letters.
 *
 * @param host its name or address
 * @param username empty: it wants no login
 * @param useTls whether to ask for TLS after connecting (STARTTLS); a server that cannot is not used
 * @param useSsl whether to speak TLS from the beginning
 * @param timeout for connecting, and for each answer
 * @param from whom letters are from: an address, or {@code Name <address>}
 */
public record SmtpServer(String host, int port, String username, String password, boolean useTls, boolean useSsl, Duration timeout, String from) {

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}
