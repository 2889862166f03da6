package org.gatehouse.provider.oauth2.clientid;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.registration.ClientDraft;
import org.gatehouse.provider.oauth2.registration.ClientRegistrations;
import org.gatehouse.provider.oauth2.registration.RegistrationTargets;

/**
 * Makes a client of the document at its client id when it first asks for an authorization, and follows the document from then on. Such
 * a client is an ordinary provider and application, as one that has registered itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClientIdDocuments {

    @Inject
    private RegistrationTargets targets;

    @Inject
    private FetchedDocuments documents;

    @Inject
    private DocumentClients known;

    @Inject
    private ClientRegistrations registrations;

    @Inject
    private OAuthClients clients;

    @Inject
    private FetchLimit limit;

    /**
     * The client with this id; one that is known by a document as the document has it now.
     *
     * @return empty when there is none, when its document cannot be had or makes no client, and when documents of its host are not taken
     */
    public Optional<OAuthClient> find(String clientId) {
        Optional<OAuthClient> client = clients.find(clientId);
        Optional<ClientIdUrl> address = ClientIdUrl.parse(clientId);
        if (address.isEmpty() || client.isPresent() && !known.isDocument(client.get())) {
            return client;
        }
        return targets.takingDocuments().stream().filter(target -> address.get().isOf(target.rules().clientIdDocumentDomains())).findFirst()
                .flatMap(target -> find(address.get(), target));
    }

    private Optional<OAuthClient> find(ClientIdUrl address, RegistrationTargets.Target target) {
        if (!known.isFresh(address) && !limit.permits()) {
            return Optional.empty();
        }
        try {
            return documents.at(address).flatMap(document -> follow(address, target, document));
        } catch (OAuthRefusal refused) {
            return Optional.empty();
        }
    }

    private Optional<OAuthClient> follow(ClientIdUrl address, RegistrationTargets.Target target, JsonObject document) {
        Optional<OAuthClient> client = clients.find(address.text());
        if (client.isPresent() && known.isUnchanged(address, document)) {
            return client;
        }
        ClientDraft draft = targets.draft(document, target.rules());
        if (client.isPresent()) {
            registrations.update(target.registration(), target.parent(), client.get().providerId(), draft, Optional.empty());
        } else {
            create(address, target, draft);
        }
        known.remember(address, document);
        return clients.find(address.text());
    }

    /** Of two first requests at the same moment one makes the client, and the other finds it. */
    private void create(ClientIdUrl address, RegistrationTargets.Target target, ClientDraft draft) {
        try {
            registrations.create(target.registration(), target.rules(), target.parent(), draft, Actor.anonymous(), address.text(), null);
        } catch (OAuthRefusal taken) {
            if (clients.find(address.text()).isEmpty()) {
                throw taken;
            }
        }
    }
}
