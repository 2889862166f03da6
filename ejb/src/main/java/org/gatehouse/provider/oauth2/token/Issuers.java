package org.gatehouse.provider.oauth2.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.config.Provider;
import org.gatehouse.provider.oauth2.IssuerMode;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.type.Ref;

/** The addresses that tokens and metadata name. */
@ApplicationScoped
public class Issuers {

    @Inject
    private RequestOrigin origin;

    @Inject
    private OAuthClients clients;

    @Inject
    @ConfigProperty(name = "gatehouse.base-url")
    private Optional<String> configured;

    public Issuers() {
    }

    Issuers(RequestOrigin origin, Optional<String> configured) {
        this.origin = origin;
        this.configured = configured;
    }

    /** The address of this installation without a trailing slash: configured, or as the browser sees it. */
    public String baseUrl() {
        return configured.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url).orElseGet(origin::baseUrl);
    }

    /** The {@code iss} of a client's tokens and answers; for one that has registered itself, the issuer it has registered with. */
    public String issuer(OAuthClient client) {
        Ref<Provider> registeredWith = client.settings().registration().registeredWith();
        if (registeredWith != null) {
            return issuer(clients.find(registeredWith.id()).orElseThrow(() -> new IllegalStateException("The issuer has no application.")));
        }
        return client.settings().issuerMode() == IssuerMode.GLOBAL ? baseUrl() + "/" : endpoint(client, "");
    }

    /** The address of an endpoint that a client has for itself, such as {@code jwks/}. */
    public String endpoint(OAuthClient client, String path) {
        return baseUrl() + "/application/o/" + client.application().slug() + "/" + path;
    }

    /** The address of an endpoint that all clients share, such as {@code token/}. */
    public String shared(String path) {
        return baseUrl() + "/application/o/" + path;
    }
}
