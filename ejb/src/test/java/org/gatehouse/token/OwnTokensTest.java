package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
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
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.session.LoginGate;
import org.gatehouse.token.OwnTokens.Order;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.junit.jupiter.api.Test;

class OwnTokensTest {

    private final MovableClock clock = new MovableClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryTokens rows = new InMemoryTokens();
    private final List<Group> groups = new ArrayList<>();
    private final TokenKeys keys = Wired.with(new TokenKeys(), new RandomKeys(), new SecretCipher(List.of("a secret of the installation")), rows,
            new UsualSettings());
    private final Tokens tokens = Wired.with(new Tokens(), rows, Wired.with(new LoginGate(), users, clock), keys, clock);
    private final TokenAllowances allowances = Wired.with(new TokenAllowances(), new GroupRepository() {
        @Override
        public List<Group> findEffective(long userId) {
            return groups;
        }
    });
    private final OwnTokens own = Wired.with(new OwnTokens(), rows, tokens, keys, allowances, events, clock);
    private final User alice = users.add(TestUsers.alice());
    private final Actor actor = Actor.of(alice, false);

    @Test
    void aPersonMakesAnAppPasswordThatWorks() {
        CreatedToken made = own.create(actor, alice, order("mail", TokenIntent.APP_PASSWORD, Duration.ofDays(30)));

        assertThat(tokens.verifyAppPassword(alice, made.key())).isTrue();
        assertThat(own.of(alice)).containsExactly(made.token());
        assertThat(events.actions()).containsExactly(EventAction.MODEL_CREATED);
        assertThat(events.drafts().toString()).doesNotContain(made.key());
    }

    @Test
    void aRenewedKeyIsTheOnlyOneThatWorks() {
        CreatedToken made = own.create(actor, alice, order("mail", TokenIntent.APP_PASSWORD, Duration.ofDays(30)));
        Instant expires = made.token().getExpires();

        String renewed = own.rotate(actor, alice, made.token().getIdentifier()).key();

        assertThat(tokens.verifyAppPassword(alice, made.key())).isFalse();
        assertThat(tokens.verifyAppPassword(alice, renewed)).isTrue();
        assertThat(made.token().getExpires()).isEqualTo(expires);
        assertThat(events.actions()).containsExactly(EventAction.MODEL_CREATED, EventAction.SECRET_ROTATE);
    }

    @Test
    void whatSomebodyElseHasIsAsIfItWereNotThere() {
        User other = users.add(TestUsers.bob());
        String identifier = own.create(Actor.of(other, false), other, order("theirs", TokenIntent.API, Duration.ofDays(1))).token().getIdentifier();

        for (String key : List.of(identifier, "nothing")) {
            assertThatThrownBy(() -> own.delete(actor, alice, key)).isInstanceOf(ObjectNotFound.class).hasMessage("No Token matches the given query.");
            assertThatThrownBy(() -> own.rotate(actor, alice, key)).isInstanceOf(ObjectNotFound.class).hasMessage("No Token matches the given query.");
        }
        assertThat(own.of(alice)).isEmpty();
        assertThat(own.of(other)).hasSize(1);
    }

    @Test
    void linksThatWereMailedAreNobodysToSee() {
        CreatedToken link = tokens.create(new NewToken("link", TokenIntent.RECOVERY, alice, "", Optional.of(Duration.ofHours(1))));

        assertThat(own.of(alice)).isEmpty();
        assertThatThrownBy(() -> own.rotate(actor, alice, link.token().getIdentifier())).isInstanceOf(ObjectNotFound.class);
        assertThat(problems(order("link2", TokenIntent.RECOVERY, Duration.ofDays(1)))).containsOnlyKeys("intent");
    }

    @Test
    void aTokenEndsWithinWhatIsAllowed() {
        assertThat(problems(order("long", TokenIntent.API, Duration.ofDays(400)))).containsOnlyKeys("expires");
        assertThat(problems(order("past", TokenIntent.API, Duration.ofSeconds(-1)))).containsOnlyKeys("expires");
        assertThat(problems(new Order("never", TokenIntent.API, "x", Optional.empty()))).containsOnlyKeys("expires");
        alice.setAttributes(attributes("goauthentik.io/user/token-maximum-lifetime", "days=10"));
        assertThat(problems(order("eleven", TokenIntent.API, Duration.ofDays(11)))).containsOnlyKeys("expires");
        assertThat(own.create(actor, alice, order("nine", TokenIntent.API, Duration.ofDays(9))).key()).isNotEmpty();
    }

    @Test
    void theShortestOfTheGroupsCountsWhereTheUserHasNone() {
        groups.add(group("days=20"));
        groups.add(group("hours=5"));
        groups.add(group("nonsense"));
        assertThat(own.allowance(actor, alice).longest()).isEqualTo(Duration.ofHours(5));
        assertThat(own.allowance(actor, alice).usual()).isEqualTo(Duration.ofHours(5));

        alice.setAttributes(attributes("goauthentik.io/user/token-maximum-lifetime", "days=2"));

        assertThat(own.allowance(actor, alice).longest()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void whoMayHasTokensThatNeverEndButNoSuperuser() {
        alice.setAttributes(Json.createObjectBuilder().add("goauthentik.io/user/token-expires", false).build());

        assertThat(own.create(actor, alice, new Order("never", TokenIntent.API, "x", Optional.empty())).token().isExpiring()).isFalse();
        assertThat(own.allowance(Actor.of(alice, true), alice).endless()).isFalse();
    }

    @Test
    void sentTwiceAFormMakesOneToken() {
        own.create(actor, alice, order("once", TokenIntent.API, Duration.ofDays(1)));

        assertThat(problems(order("once", TokenIntent.API, Duration.ofDays(1)))).containsOnlyKeys("identifier");
        assertThat(problems(new Order("blank", TokenIntent.API, " ", Optional.of(clock.instant().plusSeconds(60))))).containsOnlyKeys("description");
    }

    private Map<String, List<String>> problems(Order order) {
        try {
            own.create(actor, alice, order);
            return Map.of();
        } catch (InvalidInput wrong) {
            return wrong.problems().byField();
        }
    }

    private Order order(String identifier, TokenIntent intent, Duration lifetime) {
        return new Order(identifier, intent, "for " + identifier, Optional.of(clock.instant().plus(lifetime)));
    }

    private static Group group(String lifetime) {
        Group group = new Group();
        group.setAttributes(attributes("goauthentik.io/user/token-maximum-lifetime", lifetime));
        return group;
    }

    private static JsonObject attributes(String key, String value) {
        return Json.createObjectBuilder().add(key, value).build();
    }
}
