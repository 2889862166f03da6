package org.gatehouse.provider.oauth2.registration;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.registration.RegisteredClient;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.BearerToken;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * The client configuration endpoint (RFC 7592): a client reads, replaces and deletes its own registration with the token that came with
 * it. A change rotates the token; of two with the same token one wins.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClientConfigurationEndpoint {

    /** What an update must not carry (RFC 7592 section 2.2). */
    private static final List<String> OURS = List.of("registration_access_token", "registration_client_uri", "client_secret_expires_at",
            "client_id_issued_at");

    private record Opened(RegistrationTargets.Target target, RegisteredClient row, OAuthClient client, String token) {
    }

    @Inject
    private RegistrationTargets targets;

    @Inject
    private RegisteredClientRepository registered;

    @Inject
    private OAuthClients clients;

    @Inject
    private ClientRegistrations registrations;

    @Inject
    private ClientInformation information;

    @Inject
    private SecretCipher cipher;

    @Inject
    private RandomKeys keys;

    /** Section 2.1. */
    public JsonObject read(String slug, String clientId, Optional<String> authorization) {
        Opened opened = open(slug, clientId, authorization);
        return information.of(opened.target(), opened.row().getId(), opened.token());
    }

    /**
     * Section 2.2: what is left out is no longer registered.
     *
     * @throws OAuthRefusal {@code invalid_token}, {@code invalid_client_metadata}, {@code invalid_redirect_uri}
     */
    public JsonObject update(String slug, String clientId, Optional<String> authorization, JsonObject document) {
        Opened opened = open(slug, clientId, authorization);
        requireOwn(opened.client(), document);
        ClientDraft draft = targets.draft(document, opened.target().rules());
        String token = keys.urlSafe();
        registrations.update(opened.target().registration(), opened.target().parent(), opened.row().getId(), draft,
                Optional.of(new ClientRegistrations.Rotation(Digests.sha256(opened.token()), Digests.sha256(token))));
        return information.of(opened.target(), opened.row().getId(), token);
    }

    /** Section 2.3. */
    public void delete(String slug, String clientId, Optional<String> authorization) {
        registrations.delete(open(slug, clientId, authorization).row().getId());
    }

    /** One answer for an unknown token, another client's, and a client that is gone (section 2). */
    private Opened open(String slug, String clientId, Optional<String> authorization) {
        String token = BearerToken.parse(authorization, Optional.empty()).orElseThrow(ClientConfigurationEndpoint::invalidToken);
        RegistrationTargets.Target target = targets.find(slug);
        RegisteredClient row = registered.findByAccessDigest(Digests.sha256(token))
                .filter(found -> found.getRegistrationId().equals(target.registration().getId()))
                .orElseThrow(ClientConfigurationEndpoint::invalidToken);
        OAuthClient client = clients.find(row.getId()).filter(found -> found.clientId().equals(clientId))
                .orElseThrow(ClientConfigurationEndpoint::invalidToken);
        return new Opened(target, row, client, token);
    }

    private void requireOwn(OAuthClient client, JsonObject document) {
        if (OURS.stream().anyMatch(document::containsKey)) {
            throw ClientMetadata.refused("The update carries members that only the server states.");
        }
        if (!(document.get("client_id") instanceof JsonString id) || !id.getString().equals(client.clientId())) {
            throw ClientMetadata.refused("The client_id is not the client's.");
        }
        if (document.containsKey("client_secret") && !(document.get("client_secret") instanceof JsonString secret
                && Digests.equal(cipher.open(client.settings().clientSecret().sealed()), secret.getString()))) {
            throw ClientMetadata.refused("The client_secret is not the client's.");
        }
    }

    private static OAuthRefusal invalidToken() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "The registration access token is not valid.");
    }
}
