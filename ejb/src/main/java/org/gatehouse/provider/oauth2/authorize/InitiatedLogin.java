package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.Launch;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Issuers;

/**
 * Logins that begin here (OpenID Connect Core 1.0 section 4): the user is sent to the client, which is told by whom it is to have the
 * user logged in, and then makes an ordinary authorization request.
 */
@ApplicationScoped
public class InitiatedLogin {

    private OAuthClients clients;
    private Issuers issuers;

    /** For the container's proxy. */
    protected InitiatedLogin() {
    }

    @Inject
    public InitiatedLogin(OAuthClients clients, Issuers issuers) {
        this.clients = clients;
        this.issuers = issuers;
    }

    /** The client's address with {@code iss}, {@code login_hint} and its home page as {@code target_link_uri}; empty without an address. */
    public Optional<String> address(Launch launch) {
        return clients.findBySlug(launch.slug()).filter(client -> !client.settings().registration().initiateLoginUri().isEmpty())
                .map(client -> address(client, launch.user()));
    }

    private String address(OAuthClient client, Optional<User> user) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("iss", issuers.issuer(client));
        user.ifPresent(known -> parameters.put("login_hint", known.getUsername()));
        String home = client.settings().registration().clientUri();
        if (!home.isEmpty()) {
            parameters.put("target_link_uri", home);
        }
        String uri = client.settings().registration().initiateLoginUri();
        return uri + (uri.indexOf('?') < 0 ? "?" : "&") + parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
