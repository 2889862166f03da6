package org.gatehouse.flow.stage.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.identification;
import static org.gatehouse.flow.FlowEngine.visit;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.directory.Accounts;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.MailWorld;
import org.gatehouse.flow.FlowEngine;
import org.gatehouse.flow.FlowView;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailStageTest {

    private static final JsonObject RESEND = FlowWorld.json("{\"component\":\"ak-stage-email\"}");
    private static final Pattern LINK = Pattern.compile("https://id\\.example\\.com/if/flow/recovery/\\?flow_token=(\\S+)");

    private final FlowEngine engine = new FlowEngine();
    private final FlowWorld world = engine.world;
    private final MailWorld mail = engine.mail;
    private final FlowVisit visit = visit("recovery");
    private User alice;

    @BeforeEach
    void compose() {
        alice = world.user("alice", true);
        Flow flow = world.flow("recovery", FlowDesignation.RECOVERY);
        world.bind(flow, world.stage("identification", "{\"user_fields\":[\"username\",\"email\"]}"));
        world.bind(flow, world.stage("email", "{\"activate_user_on_success\":true,\"recovery_max_attempts\":3}"));
        world.bind(flow, world.stage("user_login", "{}"));
    }

    private FlowView ask(String name) {
        engine.executor.open(visit);
        return engine.executor.advance(visit, identification(name));
    }

    private String token(int index) {
        Matcher link = LINK.matcher(mail.post.textOf(mail.messages.get(index)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private FlowView follow(String token) {
        return engine.executor.resume(visit("recovery", "another browser", ""), token);
    }

    @Test
    void logsInWhoOpensTheLinkAndVerifiesTheAddress() {
        assertThat(ask("alice").component()).isEqualTo("ak-stage-email");
        assertThat(mail.post.recipientOf(mail.messages.get(0))).isEqualTo("alice@example.com");

        FlowView view = follow(token(0));

        assertThat(view.component()).isEqualTo("xak-flow-redirect");
        assertThat(world.logins).hasSize(1);
        assertThat(alice.isEmailVerified()).isTrue();
    }

    @Test
    void nothingButTheLinkLeadsOn() {
        ask("alice");

        for (String answer : new String[] {"{}", "{\"component\":\"ak-stage-email\"}", "{\"component\":\"ak-stage-email\",\"token\":\"x\"}"}) {
            assertThat(engine.executor.advance(visit, FlowWorld.json(answer)).component()).isEqualTo("ak-stage-email");
        }
        assertThat(world.logins).isEmpty();
    }

    @Test
    void showsTheSameForNamesThatNobodyHas() {
        JsonObject known = ask("alice").challenge();
        JsonObject unknown = engine.executor.advance(opened("other"), identification("nobody")).challenge();

        assertThat(unknown.getString("component")).isEqualTo(known.getString("component"));
        assertThat(unknown.keySet()).isEqualTo(known.keySet());
        assertThat(mail.messages).hasSize(1);
    }

    private FlowVisit opened(String browser) {
        FlowVisit other = visit("recovery", browser, "");
        engine.executor.open(other);
        return other;
    }

    @Test
    void worksOnceOnly() {
        ask("alice");
        follow(token(0));

        assertThat(follow(token(0)).challenge().getString("error_message")).contains("expired or was used");
    }

    @Test
    void isDeadWhenItHasExpired() {
        ask("alice");
        world.now = world.now.plus(Duration.ofMinutes(30));

        assertThat(follow(token(0)).component()).isEqualTo("ak-stage-access-denied");
        assertThat(alice.isEmailVerified()).isFalse();
    }

    @Test
    void refusesALinkThatWentToAFormerAddress() {
        ask("alice");
        alice.setEmail("new@example.com");

        FlowView view = follow(token(0));

        assertThat(view.challenge().getString("error_message")).contains("does not fit the account");
        assertThat(world.logins).isEmpty();
        assertThat(alice.isEmailVerified()).isFalse();
    }

    @Test
    void activatesAnAccountThatWaitsForIt() {
        alice.setActive(false);
        ask("alice");

        follow(token(0));

        assertThat(alice.isActive()).isTrue();
        assertThat(world.events).anyMatch(event -> event.action().equals(EventAction.USER_WRITE));
    }

    @Test
    void activatesNoAccountThatWasInUseAndThenDisabled() {
        alice.setLastLogin(world.now.minus(Duration.ofDays(1)));
        alice.setActive(false);
        ask("alice");

        assertThat(follow(token(0)).component()).isEqualTo("ak-stage-access-denied");
        assertThat(alice.isActive()).isFalse();
        assertThat(world.logins).isEmpty();
    }

    @Test
    void doesTheSameWorkWhenTheAccountHasHadItsLetters() {
        for (int i = 0; i < 6; i++) {
            engine.executor.advance(opened("browser " + i), identification(i % 2 == 0 ? "alice" : "alice@example.com"));
        }

        assertThat(mail.messages).hasSize(3);
        assertThat(world.links()).as("a link each time, as for names that nobody has").hasSize(6);
    }

    @Test
    void sendsOncePerPageHoweverOftenItIsLoaded() {
        ask("alice");
        engine.executor.open(visit);
        engine.executor.open(visit);

        assertThat(mail.messages).hasSize(1);
    }

    @Test
    void sendsAgainAfterAPauseThatGrows() {
        ask("alice");
        assertThat(engine.executor.advance(visit, RESEND).challenge().toString()).contains("Please wait a moment");

        world.now = world.now.plus(Duration.ofSeconds(15));
        engine.executor.advance(visit, RESEND);
        assertThat(mail.messages).hasSize(2);
        world.now = world.now.plus(Duration.ofSeconds(29));
        engine.executor.advance(visit, RESEND);
        assertThat(mail.messages).hasSize(2);

        follow(token(1));
        assertThat(follow(token(0)).component()).as("all links die with the first that is used").isEqualTo("ak-stage-access-denied");
    }

    @Test
    void aNewerLetterTakesTheOlderOnesLinkBack() {
        ask("alice");
        world.now = world.now.plus(Duration.ofSeconds(15));
        engine.executor.advance(visit, RESEND);

        assertThat(follow(token(0)).component()).isEqualTo("ak-stage-access-denied");
        assertThat(world.logins).isEmpty();
        assertThat(follow(token(1)).component()).isEqualTo("xak-flow-redirect");
    }

    @Test
    void sendsNoMoreThanTheLimitToOneAddressWhateverIsTyped() {
        for (int i = 0; i < 6; i++) {
            engine.executor.advance(opened("browser " + i), identification(i % 2 == 0 ? "alice" : "alice@example.com"));
        }
        assertThat(mail.messages).hasSize(3);

        FlowView refused = engine.executor.advance(opened("one more"), identification("ALICE"));
        assertThat(refused.challenge().getString("error_message")).contains("Too many");
        for (int i = 0; i < 3; i++) {
            engine.executor.advance(opened("nobody " + i), identification("nobody"));
        }
        assertThat(engine.executor.advance(opened("nobody"), identification("nobody")).challenge().getString("error_message"))
                .as("the same for unknown names").contains("Too many");
    }

    @Test
    void believesNoHostHeader() {
        world.origin.arrived("192.0.2.1", "test", "request-1", "https://evil.example");
        EmailLinkSender sender = mail.wire(new EmailLinkSender(), engine.links, new PublicAddressOf(world));
        world.types.add(mail.wire(new EmailStage(), sender, world.wire(new EmailConfirmation(), world.wire(new Accounts()), engine.links)));

        FlowView view = ask("alice");

        assertThat(view.component()).isEqualTo("ak-stage-access-denied");
        assertThat(mail.messages).isEmpty();
        assertThat(world.events).anyMatch(event -> event.action().equals(EventAction.CONFIGURATION_ERROR));
    }

    /** Nobody has configured an address. */
    private static final class PublicAddressOf extends PublicAddress {

        PublicAddressOf(FlowWorld world) {
        }

        @Override
        public java.util.Optional<String> base() {
            return java.util.Optional.empty();
        }
    }
}
