package org.gatehouse.provider.oauth2.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.model.registration.ClientRegistrationRepository;
import org.gatehouse.model.registration.RegisteredClient;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.policy.Registrant;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.type.ConfiguredObjects;

/** Stores registered clients: each is a provider and an application, made and changed like any other, and a row that says so. */
@Stateless
public class ClientRegistrations {

    @Inject
    private ClientRegistrationRepository registrations;

    @Inject
    private RegisteredClientRepository registered;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ConfiguredObjects configured;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ManagedClients clients;

    @Inject
    private ProviderTemplate template;

    @Inject
    private CopiedBindings bindings;

    @Inject
    private Events events;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Clock clock;

    /**
     * Makes a client.
     *
     * @param by who registers
     * @param clientId its id
     * @param accessDigest what opens its registration, or null for a client that is known by its document
     * @return the provider's id
     * @throws OAuthRefusal {@code invalid_client_metadata}, {@code invalid_redirect_uri}; {@code access_denied} when there are enough
     */
    public UUID create(ClientRegistration registration, RegistrationRules rules, OAuthClient parent, ClientDraft draft, Actor by, String clientId,
            String accessDigest) {
        registrations.lock(registration.getId());
        if (registered.countOf(registration.getId()) >= rules.mostClients()) {
            throw new OAuthRefusal(OAuthErrorCode.ACCESS_DENIED, "No more clients can be registered.");
        }
        Registrant registrant = new Registrant(by.username(), origin.clientIp());
        CopiedBindings.Guard guard = bindings.of(registration, parent.application());
        String key = clients.createProvider(ClientSettings.apply(template.of(registration, rules), draft.metadata(), draft.grants())
                .add("name", draft.displayName(clientId) + " (" + nameSuffix(clientId) + ")").add("client_id", clientId)
                .add("property_mappings", template.mappings(registration, parent, draft.wantedScopes())), parent.providerId(), registrant);
        Provider provider = objects.findProvider(Long.parseLong(key)).orElseThrow();
        String slug = clients.createApplication(draft, clientId, provider.getNumPk(), rules.defaultApplicationGroup(), guard.mode());
        bindings.copy(guard, applications.findBySlug(slug).orElseThrow().getId());
        remember(registration, draft, provider, registrant, accessDigest);
        events.recordWithin(EventDraft.of("custom_client_registered", "providers.oauth2", by).with("client_id", clientId)
                .with("application", slug).with("registered_with", parent.application().slug()));
        return provider.getId();
    }

    /** Enough to tell providers of the same name apart; never more of a document's address than fits. */
    private static String nameSuffix(String clientId) {
        return clientId.length() <= 40 ? clientId.substring(0, Math.min(8, clientId.length())) : clientId;
    }

    private void remember(ClientRegistration registration, ClientDraft draft, Provider provider, Registrant registrant, String accessDigest) {
        RegisteredClient row = new RegisteredClient();
        row.setId(provider.getId());
        row.setRegistrationId(registration.getId());
        row.setAccessDigest(accessDigest);
        row.setMetadata(draft.accepted());
        row.setRegisteredBy(registrant.username());
        row.setRegisteredFrom(registrant.clientIp());
        row.setCreated(clock.instant());
        registered.add(row);
    }

    /**
     * Replaces a client's metadata.
     *
     * @throws OAuthRefusal as {@link #create}; {@code invalid_token} when another call with the same token was faster
     */
    public void update(ClientRegistration registration, OAuthClient parent, UUID id, ClientDraft draft, Optional<Rotation> rotation) {
        if (rotation.isPresent() && !registered.rotate(id, rotation.get().digest(), rotation.get().newDigest())) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "The registration access token is not valid.");
        }
        RegisteredClient row = registered.get(id);
        Provider provider = objects.find(Provider.class, id).orElseThrow();
        JsonObjectBuilder document = ClientSettings.apply(configured.document(provider), draft.metadata(), draft.grants());
        if (!draft.metadata().text(MetadataName.SCOPE).equals(ClientMetadata.read(row.getMetadata()).text(MetadataName.SCOPE))) {
            document.add("property_mappings", template.mappings(registration, parent, draft.wantedScopes()));
        }
        clients.replaceProvider(provider.getNumPk(), document, new Registrant(row.getRegisteredBy(), row.getRegisteredFrom()));
        applications.findByProvider(id).ifPresent(application -> clients.describe(application, draft));
        row.setMetadata(draft.accepted());
    }

    /** Deletes a client with all its tokens, and its application. */
    public void delete(UUID id) {
        objects.find(Provider.class, id).ifPresent(provider -> {
            applications.findByProvider(id).map(Application::getSlug).ifPresent(clients::deleteApplication);
            clients.deleteProvider(provider.getNumPk());
        });
    }

    /** What opens a registration from now on. */
    public record Rotation(String digest, String newDigest) {
    }

    /** The metadata that a client has now. */
    public JsonObject metadata(RegisteredClient row, OAuthClient client) {
        JsonObject document = objects.find(Provider.class, row.getId()).map(configured::document).orElse(Json.createObjectBuilder().build());
        return ClientSettings.describe(row.getMetadata(), document, GrantsAndResponses.names(client.settings().grantTypes()));
    }
}
