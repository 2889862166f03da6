package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.model.registration.ClientRegistrationRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.MetadataContributor;
import org.gatehouse.provider.oauth2.token.Issuers;

/** Where clients register (RFC 8414 section 2), and whether they may be known by a document of their own; nothing where they cannot. */
@ApplicationScoped
public class RegistrationLines implements MetadataContributor {

    @Inject
    private ClientRegistrationRepository registrations;

    @Inject
    private RegistrationModel model;

    @Inject
    private Issuers issuers;

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void contribute(OAuthClient client, JsonObjectBuilder metadata) {
        registrations.findByProvider(client.providerId()).map(model::rulesOf).ifPresent(rules -> {
            metadata.add("registration_endpoint", issuers.endpoint(client, "register/"));
            if (rules.clientIdDocuments()) {
                metadata.add("client_id_metadata_document_supported", true);
            }
        });
    }
}
