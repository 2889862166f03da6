package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    private final Subjects subjects = new Subjects(new FixedSalt("one"));
    private final User alice = user("11111111-2222-3333-4444-555555555555");
    private final User bob = user("22222222-2222-3333-4444-555555555555");

    @Test
    void clientsOfOneSectorKnowAUserByOneName() {
        OAuthClient one = pairwise("", "https://app.example.com/cb");
        OAuthClient other = pairwise("", "https://APP.example.com:8443/other", "https://app.example.com/third");

        assertThat(subjects.of(one, alice)).isEqualTo(subjects.of(other, alice)).matches("[0-9a-f]{64}");
        assertThat(subjects.of(one, alice)).isNotEqualTo(subjects.of(one, bob));
    }

    @Test
    void clientsOfDifferentSectorsCannotCompareTheirUsers() {
        OAuthClient one = pairwise("", "https://app.example.com/cb");
        OAuthClient other = pairwise("", "https://other.example.com/cb");
        OAuthClient everybody = TestClients.confidential();

        assertThat(subjects.of(one, alice)).isNotEqualTo(subjects.of(other, alice)).isNotEqualTo(subjects.of(everybody, alice));
    }

    @Test
    void aSectorIdentifierUriJoinsHosts() {
        OAuthClient one = pairwise("https://sector.example.com/uris.json", "https://app.example.com/cb");
        OAuthClient other = pairwise("https://sector.example.com/elsewhere.json", "https://other.example.com/cb", "https://third.example.com/cb");

        assertThat(subjects.of(one, alice)).isEqualTo(subjects.of(other, alice));
    }

    @Test
    void withoutTheSaltNobodyCanComputeThem() {
        OAuthClient client = pairwise("", "https://app.example.com/cb");

        assertThat(new Subjects(new FixedSalt("two")).of(client, alice)).isNotEqualTo(subjects.of(client, alice));
    }

    @Test
    void pairwiseOutweighsTheSubjectMode() {
        OAuthClient client = TestClients.client(settings("", "https://app.example.com/cb").add("sub_mode", "user_username"));

        assertThat(subjects.of(client, alice)).isNotEqualTo("alice").matches("[0-9a-f]{64}");
    }

    private static OAuthClient pairwise(String sector, String... uris) {
        return TestClients.client(settings(sector, uris));
    }

    private static JsonObjectBuilder settings(String sector, String... uris) {
        return TestClients.settings().add("redirect_uris", TestClients.uris(uris)).add("token_formats",
                Json.createObjectBuilder().add("subject_type", "pairwise").add("sector_identifier_uri", sector));
    }

    private static User user(String uuid) {
        User user = new User();
        user.setUuid(UUID.fromString(uuid));
        user.setUsername("alice");
        return user;
    }

    private static final class FixedSalt extends PairwiseSalt {

        private final String salt;

        FixedSalt(String salt) {
            this.salt = salt;
        }

        @Override
        public String value() {
            return salt;
        }
    }
}
