package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.model.registration.ClientRegistrationRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** Finds what a client registers with, and holds its metadata against the rules there. */
@ApplicationScoped
public class RegistrationTargets {

    /**
     * A way to register, and the client whose issuer is used.
     *
     * @param parent of the application that the address names
     */
    public record Target(ClientRegistration registration, RegistrationRules rules, OAuthClient parent) {
    }

    @Inject
    private OAuthClients clients;

    @Inject
    private ClientRegistrationRepository registrations;

    @Inject
    private RegistrationModel model;

    @Inject
    private SoftwareStatements statements;

    @Inject
    private SectorIdentifiers sectors;

    /** @throws OAuthRefusal {@code not_found} when clients cannot register with the application */
    Target find(String slug) {
        OAuthClient parent = clients.findBySlug(slug).orElseThrow(RegistrationTargets::notFound);
        return target(registrations.findByProvider(parent.providerId()).orElseThrow(RegistrationTargets::notFound), parent);
    }

    private Target target(ClientRegistration registration, OAuthClient parent) {
        return new Target(registration, model.rulesOf(registration), parent);
    }

    /** Those that take clients' own documents, in a fixed order. */
    public List<Target> takingDocuments() {
        return registrations.findTakingDocuments().stream().flatMap(registration -> clients.find(registration.getProvider().getId()).stream()
                .map(parent -> target(registration, parent))).toList();
    }

    /**
     * Applies every rule to what a client states. Fetches what it names, so hold no transaction.
     *
     * @throws OAuthRefusal one of the errors of RFC 7591 section 3.2.2
     */
    public ClientDraft draft(JsonObject document, RegistrationRules rules) {
        ClientMetadata metadata = ClientMetadata.read(statements.apply(document, rules));
        ClientDraft draft = ClientDraft.of(metadata, rules, ClientDraft.statementIn(document, rules));
        sectors.check(metadata);
        return draft;
    }

    private static OAuthRefusal notFound() {
        return new OAuthRefusal(OAuthErrorCode.NOT_FOUND, "Clients cannot register here.");
    }
}
