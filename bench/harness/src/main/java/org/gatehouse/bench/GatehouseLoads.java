package org.gatehouse.bench;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What each scenario means for Gatehouse. */
final class GatehouseLoads {

    private static final String SCOPE = "openid profile email offline_access";

    private final String url;
    private final String apiToken;
    private final GatehouseLogin login;
    private final int users;
    private final int applications;

    /**
     * @param users how many users can log in
     * @param applications how many applications there are besides those of the other scenarios
     */
    GatehouseLoads(String url, String apiToken, int users, int applications) {
        this.url = url;
        this.apiToken = apiToken;
        this.login = new GatehouseLogin(url);
        this.users = users;
        this.applications = applications;
    }

    Optional<Load> of(Scenario scenario) {
        RelyingParty client = client("bench");
        return Optional.ofNullable(switch (scenario) {
            case DISCOVERY -> WrkLoad.get(url + "/application/o/bench/.well-known/openid-configuration", Map.of());
            case JWKS -> WrkLoad.get(url + "/application/o/bench/jwks/", Map.of());
            case CLIENT_CREDENTIALS -> WrkLoad.postForm(url + "/application/o/token/", client.basic(), RelyingParty.CLIENT_CREDENTIALS);
            case INTROSPECTION -> WrkLoad.postForm(url + "/application/o/introspect/", client.basic(),
                    "token=" + Browser.encode(login.accessToken(client)));
            case USERINFO -> WrkLoad.get(url + "/application/o/userinfo/", bearer(login.accessToken(client)));
            case REFRESH -> new JourneyLoad(login.refreshes(client));
            case SSO -> new JourneyLoad(login.singleSignOn(client));
            case SSO_POLICY -> new JourneyLoad(login.singleSignOn(client("bench-policy")));
            case APPLICATIONS_SSO -> new JourneyLoad(login.singleSignOn(number -> client(Product.application(number)), applications));
            case FULL_LOGIN, USERS_LOGIN -> new JourneyLoad(login.logins(client, users, true));
            case LOGIN, LOGIN_FAST -> new JourneyLoad(this::loginAlone);
            case USERS_LIST -> WrkLoad.get(url + "/api/v3/core/users/?ordering=username&page=1&page_size=20", bearer(apiToken));
            case USERS_SEARCH -> WrkLoad.get(url + "/api/v3/core/users/?search=user00004&page_size=20", bearer(apiToken));
            case USERS_FILTER -> WrkLoad.get(url + "/api/v3/core/users/?is_active=true&ordering=-date_joined&page_size=20", bearer(apiToken));
            case USERS_DEEP -> WrkLoad.get(url + "/api/v3/core/users/?ordering=username&page=" + Math.max(1, users / 40) + "&page_size=20", bearer(apiToken));
            default -> null;
        });
    }

    private Journey loginAlone(int worker) {
        Supplier<String> names = LoginPages.usersOf(worker, users);
        return () -> login.logIn(new Browser(), "", names.get());
    }

    private RelyingParty client(String clientId) {
        return new RelyingParty(url + "/application/o/authorize/", url + "/application/o/token/", clientId, SCOPE);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
