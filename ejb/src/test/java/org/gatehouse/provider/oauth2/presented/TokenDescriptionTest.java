package org.gatehouse.provider.oauth2.presented;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.token.Grant;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.junit.jupiter.api.Test;

class TokenDescriptionTest {

    private final IssuedTokens issued = new IssuedTokens() {
        @Override
        public TokenOrigin originOf(OAuthToken row) {
            return new TokenOrigin(UUID.randomUUID(), null, Grant.withoutCode(List.of(), 0, List.of()));
        }
    };
    private final Issuers issuers = new Issuers() {
        @Override
        public String issuer(OAuthClient client) {
            return "https://id.example.com/";
        }
    };
    private final Subjects subjects = new Subjects() {
        @Override
        public String of(OAuthClient client, User user) {
            return "subject";
        }
    };

    @Test
    void theNameOfAUserIsNotToldWhereSubjectsArePairwise() {
        assertThat(description("public").getString("username")).isEqualTo("alice");
        assertThat(description("pairwise")).doesNotContainKey("username").containsKeys("sub", "active");
    }

    private JsonObject description(String subjectType) {
        OAuthClient client = TestClients.client(TestClients.settings()
                .add("token_formats", Json.createObjectBuilder().add("subject_type", subjectType)));
        User alice = new User();
        alice.setUsername("alice");
        OAuthToken token = new OAuthToken();
        token.setId(UUID.randomUUID());
        token.setKind(OAuthTokenKind.ACCESS);
        token.setUser(alice);
        token.setCreated(Instant.EPOCH);
        token.setExpires(Instant.EPOCH.plusSeconds(60));
        return Wired.with(new TokenDescription(), issued, issuers, subjects).of(client, token);
    }
}
