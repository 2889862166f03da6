package org.gatehouse.provider.oauth2.clientid;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.model.registration.RegisteredClient;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.registration.ClientDraft;
import org.gatehouse.provider.oauth2.registration.ClientRegistrations;
import org.gatehouse.provider.oauth2.registration.RegistrationRules;
import org.gatehouse.provider.oauth2.registration.RegistrationTargets;
import org.gatehouse.provider.oauth2.registration.SectorIdentifiers;
import org.gatehouse.provider.oauth2.registration.SoftwareStatements;
import org.gatehouse.type.TimeSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientIdDocumentsTest {

    private static final String ID = "https://app.example.com/client";

    private final MovableClock clock = new MovableClock();
    private final Map<String, OAuthClient> known = new HashMap<>();
    private final Set<UUID> madeOfDocuments = new HashSet<>();
    private final List<String> fetched = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private Optional<JsonObject> published = Optional.of(document().build());
    private boolean permitted = true;

    private final OutgoingHttp http = new OutgoingHttp() {
        @Override
        public OutgoingResponse send(OutgoingRequest request) throws OutgoingFailure {
            fetched.add(request.url());
            String body = published.orElseThrow(() -> new OutgoingFailure(OutgoingFailure.Reason.UNREACHABLE, "gone")).toString();
            return new OutgoingResponse(200, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    };
    private final FetchedDocuments documents = new FetchedDocuments(http, clock);
    private final DocumentClients followed = new DocumentClients(new RegisteredClientRepository() {
        @Override
        public Optional<RegisteredClient> find(UUID id) {
            return madeOfDocuments.contains(id) ? Optional.of(new RegisteredClient()) : Optional.empty();
        }
    }, clock);
    private final OAuthClients clients = new OAuthClients() {
        @Override
        public Optional<OAuthClient> find(String clientId) {
            return Optional.ofNullable(known.get(clientId));
        }
    };
    private final RegistrationTargets targets = Wired.with(new RegistrationTargets() {
        @Override
        public List<Target> takingDocuments() {
            return List.of(new Target(new ClientRegistration(), rules(), TestClients.confidential()));
        }
    }, new SoftwareStatements(clock), new SectorIdentifiers(http));
    private final ClientRegistrations registrations = new ClientRegistrations() {
        @Override
        public UUID create(ClientRegistration registration, RegistrationRules rules, OAuthClient parent, ClientDraft draft, Actor by,
                String clientId, String accessDigest) {
            written.add("create");
            OAuthClient made = TestClients.client(TestClients.settings().add("client_id", clientId));
            known.put(clientId, made);
            madeOfDocuments.add(made.providerId());
            return made.providerId();
        }

        @Override
        public void update(ClientRegistration registration, OAuthClient parent, UUID id, ClientDraft draft, Optional<Rotation> rotation) {
            written.add("update");
        }
    };
    private final ClientIdDocuments resolution = Wired.with(new ClientIdDocuments(), targets, documents, followed, registrations, clients,
            new FetchLimit() {
                @Override
                public boolean permits() {
                    return permitted;
                }
            });

    @BeforeEach
    void open() {
        documents.open();
        followed.open();
    }

    @Test
    void makesTheClientOnceAndFollowsItsDocument() {
        assertThat(resolution.find(ID)).isPresent();
        assertThat(resolution.find(ID)).isPresent();
        assertThat(written).containsExactly("create");

        clock.advance(Duration.ofMinutes(11));
        published = Optional.of(document().add("client_name", "Another name").build());
        assertThat(resolution.find(ID)).isPresent();
        assertThat(written).containsExactly("create", "update");
    }

    @Test
    void refusesAClientWhoseDocumentIsGoneOrHasGoneBad() {
        assertThat(resolution.find(ID)).isPresent();
        clock.advance(Duration.ofMinutes(11));
        published = Optional.empty();
        assertThat(resolution.find(ID)).isEmpty();
        published = Optional.of(document().add("redirect_uris", Json.createArrayBuilder().add("http://app.example.com/cb")).build());
        assertThat(resolution.find(ID)).isEmpty();
        published = Optional.of(document().add("client_secret", "shared").build());
        assertThat(resolution.find(ID)).isEmpty();
        assertThat(written).containsExactly("create");
    }

    @Test
    void fetchesNothingOfOtherHostsAndOtherForms() {
        for (String id : List.of("https://evil.example.org/client", "http://app.example.com/client", "https://app.example.com/client?x", "app")) {
            assertThat(resolution.find(id)).as(id).isEmpty();
        }
        permitted = false;
        assertThat(resolution.find(ID)).isEmpty();
        assertThat(fetched).isEmpty();
        assertThat(written).isEmpty();
    }

    @Test
    void leavesAClientOfAnAdministratorAlone() {
        OAuthClient own = TestClients.client(TestClients.settings().add("client_id", ID));
        known.put(ID, own);

        assertThat(resolution.find(ID)).contains(own);
        assertThat(fetched).isEmpty();
    }

    private static JsonObjectBuilder document() {
        return Json.createObjectBuilder().add("client_id", ID)
                .add("redirect_uris", Json.createArrayBuilder().add("https://app.example.com/cb"));
    }

    private static RegistrationRules rules() {
        return new RegistrationRules("", new TimeSpan("hours=1"), new TimeSpan("days=1"), List.of(GrantType.AUTHORIZATION_CODE), false, 10, 10,
                null, List.of(), false, true, List.of("app.example.com"));
    }
}
