package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.request;

import jakarta.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.AuthorizationCode;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.claims.ClaimsAssembler;
import org.gatehouse.provider.oauth2.claims.UserClaims;
import org.gatehouse.provider.oauth2.logout.ClientParticipation;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.gatehouse.provider.oauth2.request.StoredRequests;
import org.gatehouse.provider.oauth2.status.StatusLists;
import org.gatehouse.provider.oauth2.token.IdTokenAssembler;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.provider.oauth2.token.TokenEncryption;
import org.gatehouse.provider.oauth2.token.TokenIssuer;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginGate;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class CodeIssuerTest {

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final User alice = users.add(TestUsers.alice());
    private final RecordedEvents events = new RecordedEvents();
    private final List<AuthorizationCode> codes = new ArrayList<>();
    private final List<OAuthToken> tokens = new ArrayList<>();
    private final Instant now = clock.instant();
    private final LiveSession session = new LiveSession(UUID.randomUUID(), alice.getId(), now, now.plusSeconds(3600), now, List.of("password"));
    private OAuthClient client = withGrants("authorization_code", "implicit", "hybrid");
    private boolean passing = true;

    private final Issuers issuers = new Issuers() {
        @Override
        public String baseUrl() {
            return "https://id.example.com";
        }
    };
    private final ProviderKeys keys = Wired.with(new ProviderKeys(), TestClients.CIPHER, new TokenEncryption());
    private final RecordCodec codec = new RecordCodec(TestClients.CIPHER);
    private final CodeIssuer issuer = Wired.with(new CodeIssuer(), clients(), gate(), access(), issuers, events, codeRecord(), tokenIssuer(),
            requests(), new AuthenticationContexts(null), new SecuredResponses(keys, null, issuers, clock), new RandomKeys(), new ClientParticipation() {
                @Override
                public void note(OAuthClient of, User user, LiveSession session) {
                    // Nobody asks here.
                }
            });

    @Test
    void makesCodeAndTokenOneFamily() {
        AuthorizationResponse answer = issuer.issue(pending("response_type", "code id_token token", "nonce", "n"), session);

        assertThat(answer.parameters()).containsOnlyKeys("code", "access_token", "token_type", "expires_in", "scope", "id_token", "iss",
                "session_state");
        assertThat(codes).singleElement().satisfies(code -> assertThat(code.getFamilyId()).isEqualTo(tokens.get(0).getFamilyId()));
        assertThat(events.drafts()).hasSize(1);
    }

    @Test
    void makesNoCodeThatNobodyAskedFor() {
        issuer.issue(pending("response_type", "id_token token", "nonce", "n"), session);

        assertThat(codes).isEmpty();
        assertThat(tokens).hasSize(1);
    }

    @Test
    void looksAtEverythingOnceMore() {
        PendingAuthorization pending = pending("response_type", "code token");
        LiveSession another = new LiveSession(UUID.randomUUID(), alice.getId(), now, now.plusSeconds(60), now, List.of());

        refuses(OAuthErrorCode.ACCESS_DENIED, () -> issuer.issue(pending, another));
        passing = false;
        refuses(OAuthErrorCode.ACCESS_DENIED, () -> issuer.issue(pending, session));
        passing = true;
        client = withGrants("authorization_code");
        refuses(OAuthErrorCode.ACCESS_DENIED, () -> issuer.issue(pending, session));
        client = TestClients.client(TestClients.settings().add("grant_types", Json.createArrayBuilder().add("hybrid"))
                .add("redirect_uris", TestClients.uris("https://elsewhere.example.com/cb")));
        refuses(OAuthErrorCode.ACCESS_DENIED, () -> issuer.issue(pending, session));
        assertThat(codes).isEmpty();
        assertThat(tokens).isEmpty();
    }

    @Test
    void answersAPushedRequestOnce() {
        PendingAuthorization pending = PendingAuthorization.of(request("gatehouse_pushed", "digest")
                .deliveredBy(new RequestDelivery(true, false, false)), session.id(), List.of());

        assertThat(issuer.issue(pending, session).parameters()).containsKey("code");
        refuses(OAuthErrorCode.ACCESS_DENIED, () -> issuer.issue(pending, session));
        refuses(OAuthErrorCode.ACCESS_DENIED, () -> issuer.refuse(pending));
        assertThat(codes).hasSize(1);
    }

    @Test
    void takesNobodysWordForARequestThatWasPushed() {
        assertThat(request("gatehouse_pushed", "digest").pushedAs()).isEmpty();
    }

    private StoredRequests requests() {
        Set<String> answered = new HashSet<>();
        return new StoredRequests() {
            @Override
            public boolean answer(OAuthClient asking, String origin) {
                return answered.add(origin);
            }
        };
    }

    private PendingAuthorization pending(String... changes) {
        return PendingAuthorization.of(request(changes), session.id(), List.of());
    }

    private static OAuthClient withGrants(String... grantTypes) {
        return TestClients.client(TestClients.settings().add("grant_types", Json.createArrayBuilder(List.of(grantTypes))));
    }

    private OAuthClients clients() {
        return new OAuthClients() {
            @Override
            public Optional<OAuthClient> find(String clientId) {
                return Optional.of(client);
            }
        };
    }

    private LoginGate gate() {
        LoginGate known = Wired.with(new LoginGate(), users, clock);
        return new LoginGate() {
            @Override
            public AdmittedUser admitSession(UUID sessionId) {
                return known.admit(alice.getId());
            }
        };
    }

    private ApplicationAccess access() {
        return new ApplicationAccess() {
            @Override
            public PolicyVerdict decide(GuardedApplication application, AdmittedUser admitted, Map<String, Object> context) {
                return new PolicyVerdict(passing, false, List.of());
            }
        };
    }

    private CodeRecord codeRecord() {
        return Wired.with(new CodeRecord(), new RandomKeys(), codec, clock, new AuthorizationCodeRepository() {
            @Override
            public AuthorizationCode add(AuthorizationCode row) {
                codes.add(row);
                return row;
            }
        });
    }

    private TokenIssuer tokenIssuer() {
        IssuedTokens issued = Wired.with(new IssuedTokens(), codec, clock, new OAuthTokenRepository() {
            @Override
            public OAuthToken add(OAuthToken row) {
                tokens.add(row);
                return row;
            }
        });
        UserClaims claims = new UserClaims(new ClaimsAssembler() {
            @Override
            public Map<String, Object> claims(OAuthClient of, User user, List<String> scopes) {
                return Map.of();
            }
        });
        return Wired.with(new TokenIssuer(), keys, issuers, clock, issued, claims, new RandomKeys(), new Subjects(null), new StatusLists(),
                Wired.with(new IdTokenAssembler(), keys, issuers));
    }
}
