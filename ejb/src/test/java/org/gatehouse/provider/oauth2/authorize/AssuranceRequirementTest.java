package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.session.LiveSession;
import org.junit.jupiter.api.Test;

/** Step-up (RFC 9470) and essential contexts (OpenID Connect Core 1.0 section 5.5.1.1). */
class AssuranceRequirementTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String MFA = "urn:gatehouse:acr:mfa";
    private static final String ESSENTIAL = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + MFA + "\"]}}}";

    private final LoginMarker marker = new LoginMarker(TestClients.CIPHER, Clock.fixed(NOW, ZoneOffset.UTC));
    private final AssuranceRequirement requirement = new AssuranceRequirement(new AuthenticationContexts(null), marker);
    private final OAuthClient client = TestClients.confidential();

    @Test
    void takesAnyLoginWhenNoContextIsAskedFor() {
        assertThat(requirement.accept(request(), client, login("password"))).isTrue();
        assertThat(requirement.accept(request("acr_values", "urn:nobody"), client, login("password"))).as("a wish that nobody knows").isTrue();
    }

    @Test
    void asksForAStrongerLoginOnce() {
        for (String[] asked : List.of(new String[] {"acr_values", "phr " + MFA}, new String[] {"claims", ESSENTIAL})) {
            String sealed = marker.mark(request(asked));

            assertThat(requirement.accept(request(asked), client, login("password"))).isFalse();
            assertThat(requirement.accept(request(asked), client, login("password", "auth_mfa"))).isTrue();
            refuses(OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS,
                    () -> requirement.accept(request(asked[0], asked[1], LoginMarker.PARAMETER, sealed), client, login("password")));
        }
    }

    @Test
    void staysSilentWhenToldTo() {
        refuses(OAuthErrorCode.LOGIN_REQUIRED,
                () -> requirement.accept(request("acr_values", MFA, "prompt", "none"), client, login("password")));
    }

    @Test
    void prefersTheClaimToTheParameter() {
        assertThat(requirement.wanted(request("acr_values", "phr", "claims", ESSENTIAL), client)).containsExactly(MFA);
        assertThat(requirement.wanted(request("acr_values", "phr", "claims", "{\"id_token\":{\"acr\":{\"essential\":true}}}"), client))
                .as("essential, whatever it is").containsExactly("phr");
    }

    private static LiveSession login(String... methods) {
        return new LiveSession(UUID.randomUUID(), 1, NOW, NOW.plusSeconds(3600), NOW, List.of(methods));
    }
}
