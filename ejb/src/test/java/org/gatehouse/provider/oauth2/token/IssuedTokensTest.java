package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.model.session.AuthenticatedSessionRepository;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends a token besides its own expiry (OpenID Connect Core 1.0 section 11). */
class IssuedTokensTest {

    private static final UUID SESSION = UUID.randomUUID();

    private final MovableClock clock = new MovableClock();
    private final User alice = new User();
    private final AuthenticatedSession login = new AuthenticatedSession();
    private final RecordCodec codec = new RecordCodec(TestClients.CIPHER);
    private IssuedTokens issued;

    @BeforeEach
    void openTheLogin() {
        Wired.set(alice, "id", 7L);
        login.setUser(alice);
        login.setExpires(clock.instant().plus(Duration.ofHours(1)));
        LoginGate gate = Wired.with(new LoginGate(), clock, new UserRepository() {
            @Override
            public Optional<User> find(Long id) {
                return Optional.of(alice);
            }
        }, new AuthenticatedSessionRepository() {
            @Override
            public Optional<AuthenticatedSession> find(UUID id) {
                return id.equals(SESSION) ? Optional.of(login) : Optional.empty();
            }
        });
        issued = Wired.with(new IssuedTokens(), gate, codec, clock);
    }

    @Test
    void anOnlineTokenEndsWithItsLogin() {
        OAuthToken token = token("openid");
        assertThat(issued.admit(token).user()).isSameAs(alice);

        clock.advance(Duration.ofHours(2));

        assertThatThrownBy(() -> issued.admit(token)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void anOfflineTokenOutlivesTheEndOfItsLoginButNotTheAccount() {
        OAuthToken token = token("openid", "offline_access");

        clock.advance(Duration.ofHours(2));

        assertThat(issued.admit(token).user()).isSameAs(alice);
        alice.setActive(false);
        assertThatThrownBy(() -> issued.admit(token)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void remembersWhenTheFamilyBegan() {
        OAuthToken token = token("openid");
        token.setBegan(clock.instant());

        assertThat(issued.originOf(token).begun(clock.instant().plusSeconds(60)).began()).isEqualTo(clock.instant());
    }

    private OAuthToken token(String... scopes) {
        OAuthToken token = new OAuthToken();
        token.setUser(alice);
        token.setSessionId(SESSION);
        token.setGrantData(codec.toStored(Grant.withoutCode(List.of(scopes), 0, List.of("password"))));
        return token;
    }
}
