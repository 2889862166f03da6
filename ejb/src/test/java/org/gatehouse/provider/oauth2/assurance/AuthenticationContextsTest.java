package org.gatehouse.provider.oauth2.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.SessionBinding;
import org.junit.jupiter.api.Test;

class AuthenticationContextsTest {

    private static final String ANY = "goauthentik.io/providers/oauth2/default";
    private static final String MFA = "urn:gatehouse:acr:mfa";
    private static final String PHR = "phr";
    private static final UUID VAULT = UUID.randomUUID();

    private final AuthenticationContexts contexts = new AuthenticationContexts(new FlowRepository() {
        @Override
        public Optional<Flow> find(UUID id) {
            Flow flow = new Flow();
            flow.setSlug("vault-login");
            return Optional.of(flow).filter(found -> id.equals(VAULT));
        }
    });
    private final OAuthClient client = TestClients.client(TestClients.settings().add("authorization_requests", Json.createObjectBuilder()
            .add("acr_flows", Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("acr", "urn:example:vault").add("flow", VAULT.toString())))));

    @Test
    void namesWhatALoginIsByItsMethods() {
        assertThat(AuthenticationContext.of(List.of()).wireName()).isEqualTo(ANY);
        assertThat(AuthenticationContext.of(List.of("password")).wireName()).isEqualTo(ANY);
        assertThat(AuthenticationContext.of(List.of("password", "auth_mfa")).wireName()).isEqualTo(MFA);
        assertThat(AuthenticationContext.of(List.of("password", "auth_mfa", "auth_webauthn")).wireName()).isEqualTo(PHR);
        assertThat(AuthenticationContext.of(List.of("auth_webauthn_pwl")).wireName()).isEqualTo(PHR);
    }

    @Test
    void countsASecondFactorOnlyBesideAFirst() {
        assertThat(AuthenticationContext.MULTI_FACTOR.isMetBy(List.of("auth_mfa"))).isFalse();
        assertThat(AuthenticationContext.MULTI_FACTOR.isMetBy(List.of("auth_mfa", "auth_webauthn"))).isFalse();
        assertThat(AuthenticationContext.MULTI_FACTOR.isMetBy(List.of("auth_webauthn_pwl"))).isFalse();
    }

    @Test
    void namesMethodsByTheirRegisteredNames() {
        assertThat(AuthenticationMethods.amr(List.of("password", "auth_mfa", "auth_webauthn"))).containsExactly("pwd", "mfa", "pop", "user");
        assertThat(AuthenticationMethods.amr(List.of("token"))).containsExactly("token");
    }

    @Test
    void offersTheWeakestFirstAndTheProvidersOwnLast() {
        assertThat(contexts.supported(client)).containsExactly(ANY, MFA, PHR, "urn:example:vault");
        assertThat(contexts.known(new WantedContexts(List.of("urn:nobody", PHR, ANY), false), client)).containsExactly(PHR, ANY);
    }

    @Test
    void countsAnOwnContextForThoseWhoCameThroughItsFlow() {
        assertThat(contexts.isMet(client, session("vault-login", "password"), "urn:example:vault")).isTrue();
        assertThat(contexts.isMet(client, session("usual-login", "password", "auth_mfa"), "urn:example:vault")).isFalse();
        assertThat(contexts.isMet(client, session("", "password"), "urn:example:vault")).isFalse();
        assertThat(contexts.isMet(client, session("vault-login", "password"), MFA)).as("a flow earns no common context").isFalse();
        assertThat(contexts.isMet(TestClients.confidential(), session("vault-login", "password"), "urn:example:vault"))
                .as("another client's").isFalse();
    }

    @Test
    void saysTheFirstWantedContextThatTheLoginIsOf() {
        LiveSession strong = session("vault-login", "password", "auth_mfa", "auth_webauthn");

        assertThat(contexts.achieved(client, strong, List.of("urn:example:vault", MFA))).isEqualTo("urn:example:vault");
        assertThat(contexts.achieved(client, strong, List.of(MFA))).isEqualTo(MFA);
        assertThat(contexts.achieved(client, strong, List.of())).isEqualTo(PHR);
        assertThat(contexts.achieved(client, session("", "password"), List.of(PHR))).isEqualTo(ANY);
    }

    @Test
    void leadsToAContextByItsFlow() {
        assertThat(contexts.flowTo(client, List.of(MFA, "urn:example:vault"))).contains(VAULT);
        assertThat(contexts.flowTo(client, List.of(MFA))).isEmpty();
    }

    private static LiveSession session(String flow, String... methods) {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        return new LiveSession(UUID.randomUUID(), 1, now, now.plusSeconds(3600), now, List.of(methods), SessionBinding.NONE, flow);
    }
}
