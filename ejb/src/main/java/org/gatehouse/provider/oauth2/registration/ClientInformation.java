package org.gatehouse.provider.oauth2.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.registration.RegisteredClient;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Issuers;

/** The client information response (RFC 7591 section 3.2.1, RFC 7592 section 3). Secrets are shown to the client they belong to, no one else. */
@Stateless
public class ClientInformation {

    @Inject
    private RegisteredClientRepository registered;

    @Inject
    private OAuthClients clients;

    @Inject
    private ClientRegistrations registrations;

    @Inject
    private Issuers issuers;

    @Inject
    private SecretCipher cipher;

    /**
     * What a client is told about itself.
     *
     * @param token that opens its registration
     */
    public JsonObject of(RegistrationTargets.Target target, UUID id, String token) {
        RegisteredClient row = registered.get(id);
        OAuthClient client = clients.find(id).orElseThrow();
        JsonObject metadata = registrations.metadata(row, client);
        JsonObjectBuilder response = Json.createObjectBuilder(metadata)
                .add("client_id", client.clientId())
                .add("client_id_issued_at", row.getCreated().getEpochSecond())
                .add("client_name", client.application().name())
                .add("registration_access_token", token)
                .add("registration_client_uri", issuers.endpoint(target.parent(), "register/" + client.clientId() + "/"));
        if (metadata.getString("token_endpoint_auth_method").startsWith("client_secret")) {
            response.add("client_secret", cipher.open(client.settings().clientSecret().sealed())).add("client_secret_expires_at", 0);
        }
        return response.build();
    }
}
