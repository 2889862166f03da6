package org.gatehouse.provider.oauth2.grant;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.directory.GeneratedAccounts;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.InMemoryTokens;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.model.oauth2.UsedIdentifierTable;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.assertion.Assertions;
import org.gatehouse.provider.oauth2.assertion.FederatedAccounts;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.claims.ClaimsAssembler;
import org.gatehouse.provider.oauth2.claims.UserClaims;
import org.gatehouse.provider.oauth2.exchange.Delegations;
import org.gatehouse.provider.oauth2.exchange.ExchangeTargets;
import org.gatehouse.provider.oauth2.exchange.TrustedTokens;
import org.gatehouse.provider.oauth2.presented.RevocationEndpoint;
import org.gatehouse.provider.oauth2.presented.TokenDescription;
import org.gatehouse.provider.oauth2.presented.TokenIntrospection;
import org.gatehouse.provider.oauth2.presented.VisibleTokens;
import org.gatehouse.provider.oauth2.profile.TokenProfileRules;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
import org.gatehouse.provider.oauth2.status.StatusLists;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.IdTokenAssembler;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.provider.oauth2.token.TokenIssuer;
import org.gatehouse.session.LoginGate;
import org.gatehouse.token.Tokens;
import org.gatehouse.type.RecordCodec;

/** The token endpoint with clients, users and tokens, without database and server. */
final class GrantWorld {

    static final String BASE = "https://id.example.com";
    static final UUID SESSION = new UUID(0, 5);

    final MovableClock clock = new MovableClock();
    final RecordedEvents events = new RecordedEvents();
    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryTokens apiTokens = new InMemoryTokens();
    final User alice = users.add(TestUsers.alice());
    final User robot = users.add(TestUsers.bob());
    final Set<String> deniedApplications = new HashSet<>();
    final Map<String, Object> seenByPolicies = new HashMap<>();
    final Map<String, String> accounts = new LinkedHashMap<>();
    Confirmation shown = Confirmation.NONE;
    Instant sessionEnds = clock.instant().plus(Duration.ofDays(1));

    private final Map<String, OAuthClient> clientsById = new LinkedHashMap<>();
    private final Map<UUID, OAuthToken> rowsById = new LinkedHashMap<>();
    private final Set<UUID> usedIds = new HashSet<>();
    private final RecordCodec codec = new RecordCodec(TestClients.CIPHER);

    final OAuthTokenRepository rows = new OAuthTokenRepository() {
        @Override
        public OAuthToken add(OAuthToken row) {
            rowsById.put(row.getId(), row);
            return row;
        }

        @Override
        public Optional<OAuthToken> findByDigest(String digest) {
            return rowsById.values().stream().filter(row -> row.getDigest().equals(digest)).findFirst();
        }

        @Override
        public boolean redeem(UUID id, Instant now) {
            OAuthToken row = rowsById.get(id);
            boolean first = row.getRedeemed() == null && !row.isRevoked();
            row.setRedeemed(now);
            return first;
        }

        @Override
        public void revoke(UUID id) {
            rowsById.get(id).setRevoked(true);
        }

        @Override
        public void revokeFamily(UUID familyId) {
            rowsById.values().stream().filter(row -> row.getFamilyId().equals(familyId)).forEach(row -> row.setRevoked(true));
        }
    };
    final OAuthClients clients = new OAuthClients() {
        @Override
        public Optional<OAuthClient> find(String clientId) {
            return Optional.ofNullable(clientsById.get(clientId));
        }

        @Override
        public Optional<OAuthClient> find(UUID providerId) {
            return clientsById.values().stream().filter(client -> client.providerId().equals(providerId)).findFirst();
        }

        @Override
        public Optional<OAuthClient> findBySlug(String slug) {
            return find(slug);
        }
    };
    private final ApplicationAccess access = new ApplicationAccess() {
        @Override
        public PolicyVerdict decide(GuardedApplication application, org.gatehouse.session.AdmittedUser admitted, Map<String, Object> context) {
            seenByPolicies.clear();
            seenByPolicies.putAll(context);
            return deniedApplications.contains(application.slug()) ? PolicyVerdict.deny() : PolicyVerdict.pass();
        }
    };
    private final ApplicationRepository applications = new ApplicationRepository() {
        @Override
        public Optional<Application> find(UUID id) {
            return clientsById.values().stream().filter(client -> client.application().id().equals(id)).findFirst().map(client -> {
                Application application = new Application();
                application.setSlug(client.application().slug());
                return application;
            });
        }
    };
    private final LoginGate gate = Wired.with(new LoginGate(), users, clock, new AuthenticatedSessionRepository() {
        @Override
        public Optional<AuthenticatedSession> find(UUID id) {
            AuthenticatedSession session = new AuthenticatedSession();
            session.setId(id);
            session.setUser(alice);
            session.setExpires(sessionEnds);
            return Optional.of(session).filter(known -> id.equals(SESSION));
        }
    });
    private final GeneratedAccounts generated = new GeneratedAccounts() {
        @Override
        public Optional<User> require(Draft draft) {
            boolean own = accounts.putIfAbsent(draft.username(), draft.mark()) == null || accounts.get(draft.username()).equals(draft.mark());
            robot.setUsername(draft.username());
            robot.setType(UserType.SERVICE_ACCOUNT);
            return own ? Optional.of(robot) : Optional.empty();
        }

        @Override
        public void prolong(User account, Instant until) {
            accounts.put("until " + account.getUsername(), until.toString());
        }
    };
    final Issuers issuers = new Issuers() {
        @Override
        public String baseUrl() {
            return BASE;
        }
    };
    final ProviderKeys keys = Wired.with(new ProviderKeys(), TestClients.CIPHER);
    final SuspiciousRequests suspicious = Wired.with(new SuspiciousRequests(), events);
    final IssuedTokens issued = Wired.with(new IssuedTokens(), rows, gate, codec, clock);
    private final RequestOrigin origin = new RequestOrigin();
    private final FailureThrottle throttle = Wired.with(new FailureThrottle(), new LocalCaches(), clock);
    final ClientAuthenticator authenticator = TestClients.authenticator(clients, suspicious, throttle, origin, clock);
    final Subjects subjects = new Subjects(null);
    private final TokenIssuer issuer = Wired.with(new TokenIssuer(), keys, issuers, issued, new StatusLists(), new RandomKeys(), clock,
            subjects, Wired.with(new IdTokenAssembler(), keys, issuers), new UserClaims(new ClaimsAssembler() {
                @Override
                public Map<String, Object> claims(OAuthClient client, User user, List<String> scopes) {
                    return Map.of();
                }
            }));
    private final TrustedTokens trusted = Wired.with(new TrustedTokens(), issued, clients, access);
    private final Tokens tokens = Wired.with(new Tokens(), apiTokens, gate, clock);
    private final Assertions assertions = Wired.with(new Assertions(), trusted, keys, issuers, clock,
            new UsedIdentifiers(new UsedIdentifierTable() {
                @Override
                public boolean add(UUID id, Instant expires) {
                    return usedIds.add(id);
                }
            }));
    private final ProgramGrants programs = Wired.with(new ProgramGrants(), clock,
            Wired.with(new FederatedAccounts(), generated, gate, events));
    private final ReuseAlarm alarm = Wired.with(new ReuseAlarm(), rows, events);
    private final TokenEndpoint endpoint = Wired.with(new TokenEndpoint(), authenticator, access, issuer, events,
            new SenderConstraints(null) {
                @Override
                public Confirmation shown(OAuthClient client, PresentedProofs presented) {
                    return shown;
                }
            }, new TokenProfileRules(), new SupportedGrants(List.of(
            Wired.with(new TokenExchangeGrant(), trusted, Wired.with(new ExchangeTargets(), clients, applications, suspicious),
                    Wired.with(new Delegations(), trusted, tokens, subjects)),
            Wired.with(new JwtBearerGrant(), assertions, programs),
            Wired.with(new RefreshTokenGrant(), issued, rows, alarm, clock),
            Wired.with(new ClientCredentialsGrant(), authenticator, assertions, programs,
                    Wired.with(new AppPasswordProof(), tokens, throttle, events, origin),
                    Wired.with(new ClientAccounts(), generated, gate, events)))));

    RevocationEndpoint revocation() {
        return Wired.with(new RevocationEndpoint(), authenticator, rows, issued);
    }

    TokenIntrospection introspection() {
        return Wired.with(new TokenIntrospection(), authenticator, issued, access, Wired.with(new VisibleTokens(), issued, clients),
                Wired.with(new TokenDescription(), issued, issuers, subjects, clients));
    }

    /** A confidential client that may use every grant of a program, trusted by nobody. */
    OAuthClient client(String name, long... trusts) {
        return client(name, false, "seconds=0", trusts);
    }

    OAuthClient client(String name, boolean open, String threshold, long... trusts) {
        var federated = Json.createArrayBuilder();
        for (long number : trusts) {
            federated.add(number);
        }
        var grants = Json.createArrayBuilder().add("urn:ietf:params:oauth:grant-type:token-exchange")
                .add("urn:ietf:params:oauth:grant-type:jwt-bearer").add("refresh_token").add("client_credentials");
        JsonObject extra = Json.createObjectBuilder().add("client_id", name).add("jwt_federation_providers", federated)
                .add("grant_types", grants).add("client_type", open ? "public" : "confidential")
                .add("refresh_token_threshold", threshold).build();
        var settings = TestClients.settings();
        extra.forEach(settings::add);
        List<ConfiguredScope> scopes = List.of("email", "profile", "offline_access", name + ":read").stream()
                .map(scope -> new ConfiguredScope(UUID.randomUUID(), scope, "")).toList();
        OAuthClient client = new OAuthClient(UUID.randomUUID(), clientsById.size() + 1L, name, TestClients.read(settings), scopes,
                new GuardedApplication(UUID.randomUUID(), name, name, PolicyEngineMode.ANY));
        clientsById.put(name, client);
        return client;
    }

    /** An access token for Alice's login. */
    String accessToken(OAuthClient client, String... scopes) {
        return accessToken(client, alice, SESSION, "password", scopes);
    }

    String accessToken(OAuthClient client, User user, UUID session, String method, String... scopes) {
        return accessToken(client, user, session, Grant.withoutCode(List.of(scopes), clock.instant().getEpochSecond(), List.of(method)),
                claims(client, user).build());
    }

    /** The claims of a token as the client gets it. */
    JWTClaimsSet.Builder claims(OAuthClient client, User user) {
        return new JWTClaimsSet.Builder().issuer(issuers.issuer(client)).audience(client.clientId()).jwtID(UUID.randomUUID().toString())
                .subject(subjects.of(client, user)).issueTime(java.util.Date.from(clock.instant()))
                .expirationTime(java.util.Date.from(clock.instant().plus(Duration.ofHours(1))));
    }

    /** An access token with any claims. */
    String accessToken(OAuthClient client, User user, UUID session, Grant grant, JWTClaimsSet claims) {
        String text = keys.signer(client).sign(TokenIssuer.ACCESS_TOKEN, claims);
        add(OAuthTokenKind.ACCESS, text, client, user, session, grant, Duration.ofHours(1));
        return text;
    }

    String refreshToken(OAuthClient client, Duration life) {
        return refreshToken(client, life, Confirmation.NONE);
    }

    String refreshToken(OAuthClient client, Duration life, Confirmation holder) {
        String text = new RandomKeys().urlSafe();
        Grant grant = Grant.withoutCode(List.of("email", "profile", "offline_access"), 0, List.of()).boundTo(holder);
        add(OAuthTokenKind.REFRESH, text, client, alice, SESSION, grant, life);
        return text;
    }

    private void add(OAuthTokenKind kind, String text, OAuthClient client, User user, UUID session, Grant grant, Duration life) {
        OAuthToken row = new OAuthToken();
        row.setId(UUID.randomUUID());
        row.setKind(kind);
        row.setDigest(Digests.sha256(text));
        row.setFamilyId(UUID.randomUUID());
        row.setProviderId(client.providerId());
        row.setUser(user);
        row.setSessionId(session);
        row.setGrantData(codec.toStored(grant));
        row.setCreated(clock.instant());
        row.setExpires(clock.instant().plus(life));
        rows.add(row);
    }

    OAuthToken row(String token) {
        return rows.findByDigest(Digests.sha256(token)).orElseThrow();
    }

    /** The answer of the token endpoint to an authenticated client. */
    JsonObject token(String client, Map<String, String> more) {
        Map<String, String[]> form = new LinkedHashMap<>();
        form.put("client_id", new String[] {client});
        form.put("client_secret", new String[] {TestClients.SECRET});
        more.forEach((name, value) -> form.put(name, new String[] {value}));
        return endpoint.handle(new TokenRequest(Optional.empty(), new RequestParameters(form))).toJson();
    }

    static JWTClaimsSet claims(String jwt) {
        try {
            return SignedJWT.parse(jwt).getJWTClaimsSet();
        } catch (ParseException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
