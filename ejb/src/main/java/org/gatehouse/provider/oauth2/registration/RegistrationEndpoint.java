package org.gatehouse.provider.oauth2.registration;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.provider.oauth2.protocol.BearerToken;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * The registration endpoint of an application (RFC 7591 section 3). Holds no transaction: what a client names may have to be fetched
 * before anything is stored, and the attempt counts even when it fails.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationEndpoint {

    @Inject
    private RegistrationTargets targets;

    @Inject
    private InitialAccess access;

    @Inject
    private ClientRegistrations registrations;

    @Inject
    private ClientInformation information;

    @Inject
    private RandomKeys keys;

    /**
     * Registers a client.
     *
     * @param slug of the application in the address
     * @param authorization the header of that name
     * @return the client information response (RFC 7591 section 3.2.1)
     * @throws OAuthRefusal with the answer; {@code not_found} when clients cannot register there
     */
    public JsonObject register(String slug, Optional<String> authorization, JsonObject document) {
        RegistrationTargets.Target target = targets.find(slug);
        Actor by = access.admit(target.registration(), target.rules(), target.parent(), BearerToken.parse(authorization, Optional.empty()));
        ClientDraft draft = targets.draft(document, target.rules());
        String clientId = keys.alphanumeric(40);
        String token = keys.urlSafe();
        UUID id = registrations.create(target.registration(), target.rules(), target.parent(), draft, by, clientId, Digests.sha256(token));
        return information.of(target, id, token);
    }
}
