package org.gatehouse.provider.oauth2.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.token.SessionIdentifier;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.session.LiveSession;
import org.junit.jupiter.api.Test;

class LogoutRequestTest {

    private final User alice = TestUsers.alice();
    private final LiveSession session = new LiveSession(new UUID(0, 7), alice.getId(), Instant.EPOCH, Instant.MAX, Instant.EPOCH, List.of());
    private final String subject = new Subjects(null).of(TestClients.confidential(), alice);
    private final String known = subject;
    private final String sid = SessionIdentifier.of(session.id());

    @Test
    void aHintForThisLoginMeansIt() {
        assertThat(request(subject, sid, null).means(session, alice, known)).isTrue();
        assertThat(request(subject, null, null).means(session, alice, known)).as("a token without sid").isTrue();
        assertThat(request(subject, sid, "ALICE").means(session, alice, known)).isTrue();
        assertThat(request(subject, sid, sid).means(session, alice, known)).isTrue();
    }

    @Test
    void nothingElseDoes() {
        assertThat(request(null, null, null).means(session, alice, known)).as("no hint").isFalse();
        assertThat(request(null, null, "alice").means(session, alice, known)).as("a name alone").isFalse();
        assertThat(request(subject, SessionIdentifier.of(new UUID(0, 8)), null).means(session, alice, known)).as("another login").isFalse();
        assertThat(request(subject, sid, null).means(session, TestUsers.bob(), "bob, to the client")).as("another user").isFalse();
        assertThat(request(subject, sid, "bob").means(session, alice, known)).as("a logout_hint for another user").isFalse();
    }

    @Test
    void saysNothingOfPeople() {
        assertThat(request(subject, sid, "alice")).hasToString("LogoutRequest[App]");
    }

    private static LogoutRequest request(String subject, String sid, String logoutHint) {
        return new LogoutRequest(new UUID(0, 1), "App", subject, sid, logoutHint);
    }
}
