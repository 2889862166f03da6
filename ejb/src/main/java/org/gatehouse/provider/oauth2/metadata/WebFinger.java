package org.gatehouse.provider.oauth2.metadata;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.brand.Brands;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Issuers;

/**
 * Tells whoever has somebody's address where they log in (RFC 7033, OpenID Connect Discovery 1.0 section 2): with the issuer of the
 * brand's default application. The answer is the same for every address, so it tells nothing about accounts.
 */
@Stateless
public class WebFinger {

    private static final String ISSUER = "http://openid.net/specs/connect/1.0/issuer";

    @Inject
    private Brands brands;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private OAuthClients clients;

    @Inject
    private Issuers issuers;

    /**
     * The descriptor of a resource.
     *
     * @param resource as it was asked for
     * @param relations those that are wanted; empty for all
     * @return empty when the brand has no default application that logs in by OpenID Connect
     */
    public Optional<JsonObject> describe(String resource, List<String> relations) {
        return Optional.ofNullable(brands.current().getDefaultApplicationId()).flatMap(applications::find).map(Application::getSlug)
                .flatMap(clients::findBySlug).map(issuers::issuer).map(issuer -> Json.createObjectBuilder()
                        .add("subject", resource).add("links", links(issuer, relations)).build());
    }

    private static JsonArrayBuilder links(String issuer, List<String> relations) {
        JsonArrayBuilder links = Json.createArrayBuilder();
        if (relations.isEmpty() || relations.contains(ISSUER)) {
            links.add(Json.createObjectBuilder().add("rel", ISSUER).add("href", issuer));
        }
        return links;
    }
}
