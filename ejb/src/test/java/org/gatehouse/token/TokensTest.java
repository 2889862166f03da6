package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.NoGrants;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.InMemoryTokens;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.UsualSettings;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.session.LoginGate;
import org.gatehouse.type.InvalidInput;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final RecordedEvents events = new RecordedEvents();
    private final LoginGate gate = Wired.with(new LoginGate(), users, clock);
    private final InMemoryTokens rows = new InMemoryTokens();
    private final TokenKeys keys = Wired.with(new TokenKeys(), new RandomKeys(), new SecretCipher(List.of("a secret of the installation")), rows,
            new UsualSettings());
    private final Tokens tokens = Wired.with(new Tokens(), rows, gate, keys, clock);
    private final TokenSecrets secrets = Wired.with(new TokenSecrets(), rows, keys, new NoGrants(), new NoGrants.Limits(), events, clock,
            new UsualSettings());
    private final User alice = users.add(TestUsers.alice());

    @Test
    void keepsOnlyDigestAndSealedKey() {
        CreatedToken created = create(TokenIntent.API);

        assertThat(created.key()).hasSize(60);
        assertThat(created.token().getKeyDigest()).doesNotContain(created.key());
        assertThat(created.token().getKeySealed()).doesNotContain(created.key());
        assertThat(created.toString()).doesNotContain(created.key());
    }

    @Test
    void authenticatesItsUserForItsIntentOnly() {
        String key = create(TokenIntent.API).key();

        assertThat(tokens.authenticate(key, TokenIntent.API)).map(found -> found.user().user()).contains(alice);
        assertThat(tokens.authenticate(key, TokenIntent.RECOVERY)).isEmpty();
        assertThat(tokens.verifyAppPassword(alice, key)).isFalse();
    }

    @Test
    void refusesAnExpiredToken() {
        String key = create(TokenIntent.API).key();

        clock.advance(Duration.ofHours(1));

        assertThat(tokens.authenticate(key, TokenIntent.API)).isEmpty();
    }

    @Test
    void refusesTheTokenOfADisabledUser() {
        String key = create(TokenIntent.API).key();

        alice.setActive(false);

        assertThat(tokens.authenticate(key, TokenIntent.API)).isEmpty();
    }

    @Test
    void refusesKeysThatAreNoKeys() {
        assertThat(tokens.authenticate(null, TokenIntent.API)).isEmpty();
        assertThat(tokens.authenticate("", TokenIntent.API)).isEmpty();
        assertThat(tokens.authenticate("x".repeat(2000), TokenIntent.API)).isEmpty();
    }

    @Test
    void appPasswordWorksForItsOwnUserOnly() {
        String key = create(TokenIntent.APP_PASSWORD).key();

        assertThat(tokens.verifyAppPassword(alice, key)).isTrue();
        assertThat(tokens.verifyAppPassword(users.add(TestUsers.bob()), key)).isFalse();
        assertThat(tokens.verifyAppPassword(null, key)).isFalse();
    }

    @Test
    void showsTheKeyAgainToItsOwnerAndLeavesAnEvent() {
        CreatedToken created = create(TokenIntent.API);

        assertThat(secrets.view(Actor.of(alice, false), "a-token")).isEqualTo(created.key());

        assertThat(events.actions()).containsExactly(EventAction.SECRET_VIEW);
        assertThatThrownBy(() -> secrets.view(Actor.of(TestUsers.bob(), false), "a-token")).isInstanceOf(AccessDenied.class);
    }

    @Test
    void renewsAnExpiredTokenWithANewKey() {
        CreatedToken created = create(TokenIntent.API);
        clock.advance(Duration.ofHours(2));

        secrets.renewExpired(created.token().getId(), Actor.ofSystem());

        assertThat(events.actions()).containsExactly(EventAction.SECRET_ROTATE);
        assertThat(secrets.view(Actor.ofSystem(), "a-token")).isNotEqualTo(created.key());
        assertThat(tokens.authenticate(created.key(), TokenIntent.API)).isEmpty();
    }

    @Test
    void leavesATokenAloneThatWasProlongedMeanwhile() {
        CreatedToken created = create(TokenIntent.API);

        secrets.renewExpired(created.token().getId(), Actor.ofSystem());

        assertThat(tokens.authenticate(created.key(), TokenIntent.API)).isPresent();
    }

    @Test
    void takesAKeyThatAnAdministratorChoseAndNoOtherTokenHas() {
        CreatedToken created = create(TokenIntent.API);
        tokens.create(new NewToken("another", TokenIntent.API, alice, "", Optional.empty()), "k".repeat(30));

        assertThatThrownBy(() -> secrets.set(Actor.ofSystem(), "a-token", "k".repeat(30))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> secrets.set(Actor.of(alice, false), "a-token", "c".repeat(30))).isInstanceOf(AccessDenied.class);
        secrets.set(Actor.ofSystem(), "a-token", "c".repeat(30));

        assertThat(tokens.authenticate("c".repeat(30), TokenIntent.API)).isPresent();
        assertThat(tokens.authenticate(created.key(), TokenIntent.API)).isEmpty();
    }

    private CreatedToken create(TokenIntent intent) {
        return tokens.create(new NewToken("a-token", intent, alice, "", Optional.of(Duration.ofHours(1))));
    }
}
