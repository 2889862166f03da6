package org.gatehouse.provider.oauth2.policy;

/**
 * Who has registered a client.
 *
 * @param username of the account whose initial access token was used; empty when none was
 * @param clientIp from where; empty when that is not known
 */
public record Registrant(String username, String clientIp) {

    public Registrant {
        username = username == null ? "" : username;
        clientIp = clientIp == null ? "" : clientIp;
    }
}
