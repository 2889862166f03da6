package org.gatehouse.provider.oauth2.insight;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.registration.ClientRegistrationRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** The addresses that a client has to be given: the contract's {@code OAuth2ProviderSetupURLs}. */
@Stateless
public class SetupUrls {

    /** Stands for an address that there is none of before the provider has an application. */
    private static final String NONE = "-";

    @Inject
    private Permissions permissions;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private OAuthClients clients;

    @Inject
    private ClientRegistrationRepository registrations;

    @Inject
    private Issuers issuers;

    /** @throws ObjectNotFound when there is no such OAuth2 provider */
    public JsonObject of(Actor actor, String key) {
        permissions.require(actor, Permission.view("authentik_providers_oauth2.oauth2provider"), key);
        Provider provider = ObjectKey.number(key).flatMap(objects::findProvider).filter(found -> found.getType().equals("oauth2"))
                .orElseThrow(() -> new ObjectNotFound("No OAuth2Provider matches the given query."));
        Optional<OAuthClient> client = clients.find(provider.getId());
        boolean registers = client.isPresent() && registrations.findByProvider(provider.getId()).isPresent();
        return WireObject.empty()
                .put("issuer", client.map(issuers::issuer).orElse(NONE))
                .put("authorize", issuers.shared("authorize/"))
                .put("token", issuers.shared("token/"))
                .put("user_info", issuers.shared("userinfo/"))
                .put("provider_info", own(client, ".well-known/openid-configuration"))
                .put("logout", own(client, "end-session/"))
                .put("jwks", own(client, "jwks/"))
                .put("dcr_registration", registers ? own(client, "register/") : null)
                .build();
    }

    private String own(Optional<OAuthClient> client, String path) {
        return client.map(known -> issuers.endpoint(known, path)).orElse(NONE);
    }
}
