package org.gatehouse.provider.oauth2.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.directory.GeneratedAccounts;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.InMemoryTokens;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.Attempts;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.token.Tokens;
import org.junit.jupiter.api.Test;

/** The grants in which no person sits at a browser. */
class ProgramGrantsTest {

    private static final String KEY = "an app password";

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryTokens rows = new InMemoryTokens();
    private final RecordedEvents events = new RecordedEvents();
    private final LoginGate gate = Wired.with(new LoginGate(), users, clock);
    private final User alice = users.add(TestUsers.alice());
    private final User own = users.add(TestUsers.bob());
    private final OAuthClient client = withScopes(TestClients.confidential());
    private Optional<User> generated = Optional.of(own);

    private final FailureThrottle throttle = Wired.with(new FailureThrottle(), new LocalCaches(), clock);
    private final ProgramGrants grants = Wired.with(new ProgramGrants(), clock);
    private final AppPasswordProof proof = Wired.with(new AppPasswordProof(), Wired.with(new Tokens(), rows, gate, clock), throttle, events,
            new RequestOrigin());
    private final ClientAccounts accounts = Wired.with(new ClientAccounts(), gate, events, new GeneratedAccounts() {
        @Override
        public Optional<User> require(Draft draft) {
            return generated;
        }
    });
    private final ClientCredentialsGrant clientCredentials = Wired.with(new ClientCredentialsGrant(), grants, proof, accounts,
            TestClients.authenticator());
    private final PasswordGrant password = Wired.with(new PasswordGrant(), grants, proof);

    @Test
    void aClientWithItsSecretActsForItsOwnAccount() {
        RedeemedGrant redeemed = clientCredentials.redeem(client, request("client_secret", TestClients.SECRET), Confirmation.NONE);

        assertThat(redeemed.admitted().user()).isSameAs(own);
        assertThat(redeemed.origin().sessionId()).isNull();
        assertThat(redeemed.refreshTokenDue()).isFalse();
        assertThat(redeemed.events()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(EventAction.LOGIN);
            assertThat(event.actor().username()).isEqualTo("bob");
            assertThat(event.context().toString()).contains("oauth_client_secret").doesNotContain(TestClients.SECRET);
        });
    }

    @Test
    void anAppPasswordNamesItsAccountHoweverTheNameIsWritten() {
        appPassword(alice, TokenIntent.APP_PASSWORD);
        String inSecret = Base64.getEncoder().encodeToString(("alice:" + KEY).getBytes(StandardCharsets.UTF_8));

        for (TokenRequest request : List.of(request("username", "alice", "password", KEY), request("username", "ALICE", "password", KEY),
                request("client_secret", inSecret))) {
            assertThat(clientCredentials.bringsAccount(request)).isTrue();
            RedeemedGrant redeemed = clientCredentials.redeem(client, request, Confirmation.NONE);
            assertThat(redeemed.admitted().user()).isSameAs(alice);
            assertThat(redeemed.events().get(0).context().toString()).contains("the-token").doesNotContain(KEY);
        }
        assertThat(password.redeem(client, request("username", "alice", "password", KEY), Confirmation.NONE).admitted().user()).isSameAs(alice);
    }

    @Test
    void everythingWrongAboutAnAccountIsAnsweredAlike() {
        appPassword(alice, TokenIntent.APP_PASSWORD);
        String wrong = refused("username", "alice", "password", "wrong");

        assertThat(refused("username", "bob", "password", KEY)).as("somebody else's app password").isEqualTo(wrong);
        assertThat(refused("username", "nobody", "password", KEY)).isEqualTo(wrong);
        alice.setActive(false);
        assertThat(refused("username", "alice", "password", KEY)).as("a disabled account").isEqualTo(wrong);
        alice.setActive(true);
        clock.advance(Duration.ofDays(2));
        assertThat(refused("username", "alice", "password", KEY)).as("an expired app password").isEqualTo(wrong);
        assertThat(events.actions()).hasSize(5).containsOnly(EventAction.LOGIN_FAILED);
        assertThat(events.drafts().toString()).doesNotContain(KEY);
    }

    @Test
    void anApiTokenIsNoAppPassword() {
        appPassword(alice, TokenIntent.API);

        refused("username", "alice", "password", KEY);
    }

    @Test
    void guessingAnAppPasswordHasToWait() {
        appPassword(alice, TokenIntent.APP_PASSWORD);
        for (int i = 0; i < Attempts.FREE; i++) {
            refused("username", "alice", "password", "wrong");
        }

        refused("username", "Alice", "password", KEY);
        clock.advance(Duration.ofSeconds(1));

        assertThat(password.redeem(client, request("username", "alice", "password", KEY), Confirmation.NONE).admitted().user()).isSameAs(alice);
    }

    @Test
    void aNameThatBelongsToSomebodyElseIsNotActedFor() {
        generated = Optional.empty();

        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, () -> clientCredentials.redeem(client, request(), Confirmation.NONE));

        assertThat(refusal.error().code()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(events.actions()).containsExactly(EventAction.CONFIGURATION_ERROR);
    }

    @Test
    void aDisabledAccountOfTheClientIsRefused() {
        own.setActive(false);

        assertThatThrownBy(() -> clientCredentials.redeem(client, request(), Confirmation.NONE)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void aPublicClientHasNoCredentials() {
        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, () -> clientCredentials.redeem(TestClients.publicClient(), request(), Confirmation.NONE));

        assertThat(refusal.error().code()).isEqualTo(OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @Test
    void grantsWhatIsConfiguredAndNeverOfflineAccess() {
        assertThat(ProgramGrants.scopes(client, List.of())).containsExactly("openid", "email");
        assertThat(ProgramGrants.scopes(client, List.of("email", "admin", "offline_access"))).containsExactly("email");
        assertThat(ProgramGrants.scopes(client, List.of("admin"))).isEmpty();
    }

    @Test
    void namesTheAccountAfterTheProviderWhereThatIsAName() {
        assertThat(ClientAccounts.username(named("App"))).isEqualTo("ak-App-client_credentials");
        assertThat(ClientAccounts.username(named("x".repeat(200)))).startsWith("ak-00000000-");
        assertThat(ClientAccounts.username(named("bell\u0007"))).startsWith("ak-00000000-");
    }

    @Test
    void aGrantIsSupportedIfSomebodyHandlesItAndTheClientMayUseIt() {
        SupportedGrants supported = new SupportedGrants(List.of(password, clientCredentials));
        OAuthClient machine = TestClients.client(TestClients.settings().add("grant_types",
                Json.createArrayBuilder().add("client_credentials").add("implicit")));

        assertThat(supported.of(machine)).containsExactly("client_credentials");
        assertThat(supported.find("password")).contains(password);
        assertThat(supported.find("implicit")).isEmpty();
        assertThat(supported.find("nonsense")).isEmpty();
        assertThat(password.grantType()).isEqualTo(GrantType.PASSWORD);
    }

    private void appPassword(User user, TokenIntent intent) {
        Token token = new Token();
        token.setId(UUID.randomUUID());
        token.setIdentifier("the-token");
        token.setIntent(intent);
        token.setUser(user);
        token.setKeyDigest(Digests.sha256(KEY));
        token.setExpires(clock.instant().plus(Duration.ofDays(1)));
        rows.add(token);
    }

    private String refused(String... parameters) {
        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, () -> password.redeem(client, request(parameters), Confirmation.NONE));
        assertThat(refusal.error().code()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        return refusal.error().description();
    }

    private static TokenRequest request(String... pairs) {
        Map<String, String[]> values = new HashMap<>(Map.of("client_id", new String[] {"app"}));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return new TokenRequest(Optional.empty(), new RequestParameters(values));
    }

    private static OAuthClient named(String name) {
        OAuthClient any = TestClients.confidential();
        return new OAuthClient(new UUID(0, 7), any.numPk(), name, any.settings(), any.scopes(), any.application());
    }

    private static OAuthClient withScopes(OAuthClient any) {
        List<ConfiguredScope> scopes = List.of("openid", "email", "email", "offline_access").stream()
                .map(name -> new ConfiguredScope(UUID.randomUUID(), name, "")).toList();
        return new OAuthClient(any.providerId(), any.numPk(), any.providerName(), any.settings(), scopes, any.application());
    }
}
