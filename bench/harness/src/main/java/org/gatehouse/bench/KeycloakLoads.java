package org.gatehouse.bench;

import java.util.Map;
import java.util.Optional;

/** What each scenario means for Keycloak. */
final class KeycloakLoads {

    private final String url;
    private final RelyingParty client;
    private final RelyingParty reader;
    private final KeycloakLogin login = new KeycloakLogin();
    private final int users;
    private final int applications;

    /**
     * @param users how many users can log in
     * @param applications how many applications there are besides those of the other scenarios
     */
    KeycloakLoads(String url, int users, int applications) {
        this.url = url;
        String protocol = url + "/realms/bench/protocol/openid-connect";
        this.client = client("bench");
        this.reader = new RelyingParty(protocol + "/auth", protocol + "/token", "reader", "openid");
        this.users = users;
        this.applications = applications;
    }

    Optional<Load> of(Scenario scenario) {
        String protocol = url + "/realms/bench/protocol/openid-connect";
        String admin = url + "/admin/realms/bench/users";
        return Optional.ofNullable(switch (scenario) {
            case DISCOVERY -> WrkLoad.get(url + "/realms/bench/.well-known/openid-configuration", Map.of());
            case JWKS -> WrkLoad.get(protocol + "/certs", Map.of());
            case CLIENT_CREDENTIALS -> WrkLoad.postForm(protocol + "/token", client.basic(), RelyingParty.CLIENT_CREDENTIALS);
            case INTROSPECTION -> WrkLoad.postForm(protocol + "/token/introspect", client.basic(),
                    "token=" + Browser.encode(login.accessToken(client)));
            case USERINFO -> WrkLoad.get(protocol + "/userinfo", bearer(login.accessToken(client)));
            case REFRESH -> new JourneyLoad(login.refreshes(client));
            case SSO -> new JourneyLoad(login.singleSignOn(client));
            case APPLICATIONS_SSO -> new JourneyLoad(login.singleSignOn(number -> client(Product.application(number)), applications));
            case FULL_LOGIN, USERS_LOGIN -> new JourneyLoad(login.logins(client, users, true));
            case LOGIN, LOGIN_FAST -> new JourneyLoad(login.logins(client, users, false));
            case USERS_LIST -> WrkLoad.get(admin + "?first=0&max=20", bearer(readerToken()));
            case USERS_SEARCH -> WrkLoad.get(admin + "?search=user00004&max=20", bearer(readerToken()));
            case USERS_FILTER -> WrkLoad.get(admin + "?enabled=true&max=20", bearer(readerToken()));
            case USERS_DEEP -> WrkLoad.get(admin + "?first=" + users / 2 + "&max=20", bearer(readerToken()));
            default -> null;
        });
    }

    private RelyingParty client(String clientId) {
        String protocol = url + "/realms/bench/protocol/openid-connect";
        return new RelyingParty(protocol + "/auth", protocol + "/token", clientId, "openid profile email");
    }

    private String readerToken() {
        return reader.clientCredentials(new Browser()).getString("access_token");
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
