package org.gatehouse.provider.oauth2.logout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.logout.SessionClient;
import org.gatehouse.provider.Launch;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.authorize.InitiatedLogin;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutAddressesTest {

    private static final SessionClient ALICE = new SessionClient(new UUID(0, 1), "a sid", "alice", "https://id.example.com/");

    @ParameterizedTest
    @ValueSource(strings = {"http://app.example.com/login", "javascript:alert(1)", "app", "https://app.example.com/login#x", "https://"})
    void aLoginAddressIsAnHttpsUrl(String uri) {
        assertThat(problems("", uri).byField()).containsOnlyKeys("registration.initiate_login_uri");
    }

    @Test
    void addressesCanBeLeftOutAndDevelopersMayDoWithoutHttps() {
        assertThat(problems("", "").isEmpty()).isTrue();
        assertThat(problems("https://app.example.com/out?x=1", "https://app.example.com/login?x=1").isEmpty()).isTrue();
        assertThat(problems("", "http://127.0.0.1:8000/login").isEmpty()).isTrue();
    }

    @Test
    void aLogoutAddressHasNoFragment() {
        assertThat(problems("https://app.example.com/out#x", "").byField()).containsOnlyKeys("logout_uri");
    }

    @Test
    void namesTheSessionToAFrameUnlessTheClientDoesNotNeedIt() {
        assertThat(FrontchannelLogout.address(client("https://app.example.com/out", true), ALICE))
                .isEqualTo("https://app.example.com/out?iss=https%3A%2F%2Fid.example.com%2F&sid=a%20sid");
        assertThat(FrontchannelLogout.address(client("https://app.example.com/out?x=1", true), ALICE))
                .isEqualTo("https://app.example.com/out?x=1&iss=https%3A%2F%2Fid.example.com%2F&sid=a%20sid");
        assertThat(FrontchannelLogout.address(client("https://app.example.com/out?x=1", false), ALICE)).isEqualTo("https://app.example.com/out?x=1");
    }

    @Test
    void aLoginThatBeginsHereNamesTheIssuerAndTheUser() {
        OAuthClient client = TestClients.client(TestClients.settings().add("registration", Json.createObjectBuilder()
                .add("initiate_login_uri", "https://app.example.com/login?tenant=1").add("client_uri", "https://app.example.com/")));
        InitiatedLogin initiated = new InitiatedLogin(new OAuthClients() {
            @Override
            public Optional<OAuthClient> findBySlug(String slug) {
                return Optional.of(client);
            }
        }, new Issuers() {
            @Override
            public String baseUrl() {
                return "https://id.example.com";
            }
        });

        assertThat(initiated.address(new Launch("app", Optional.of(TestUsers.alice())))).contains("https://app.example.com/login?tenant=1"
                + "&iss=https%3A%2F%2Fid.example.com%2Fapplication%2Fo%2Fapp%2F&login_hint=alice&target_link_uri=https%3A%2F%2Fapp.example.com%2F");
        assertThat(initiated.address(new Launch("app", Optional.empty())).orElseThrow()).doesNotContain("login_hint");
    }

    private static OAuthClient client(String logoutUri, boolean sessionRequired) {
        return TestClients.client(TestClients.settings().add("logout_uri", logoutUri).add("logout_method", "frontchannel")
                .add("logout", Json.createObjectBuilder().add("session_required", sessionRequired)));
    }

    private static FieldProblems problems(String logoutUri, String initiateLoginUri) {
        FieldProblems problems = new FieldProblems();
        LogoutAddresses.check(TestClients.read(TestClients.settings().add("logout_uri", logoutUri)
                .add("registration", Json.createObjectBuilder().add("initiate_login_uri", initiateLoginUri))), problems);
        return problems;
    }
}
