package org.gatehouse.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionEffectsTest {

    private static final ExpressionScope ALL = ExpressionScope.yielding(ValueType.ANY).with("user", ValueType.MAP).withMessages()
            .with(ExpressionEffect.CONTEXT).with(ExpressionEffect.EVENTS);
    private static final ExpressionScope NONE = ExpressionScope.yielding(ValueType.ANY).with("user", ValueType.MAP);

    private final Expressions expressions = new Expressions(new Directory(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    private static final class Directory extends ExpressionLookups {

        @Override
        public Optional<Map<String, Object>> user(String username) {
            return username.equals("bob") ? Optional.of(Map.of("username", "bob", "is_active", false)) : Optional.empty();
        }

        @Override
        public List<String> directGroups(long userId) {
            return userId == 7 ? List.of("staff") : List.of();
        }
    }

    private ExpressionResult evaluate(String source) {
        return expressions.evaluate(ALL, source, Map.of("user", Map.of("pk", 7, "t", "x".repeat(20_000))));
    }

    @Test
    void leavesTheLastFactOfEachName() {
        ExpressionResult result = evaluate("context_set('custom.a', 1) && context_set('custom.a', [2, null, {'b': 1.5}])"
                + " && context_set('deny_message', 'No.') && context_set('prompt_data.attributes.team', true)");

        assertThat(result.facts()).containsOnly(
                Map.entry("custom.a", Json.createArrayBuilder().add(2).addNull().add(Json.createObjectBuilder().add("b", 1.5)).build()),
                Map.entry("deny_message", Json.createValue("No.")), Map.entry("prompt_data.attributes.team", JsonValue.TRUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending_user", "is_restored", "redirect", "auth_method", "user_backend", "prompt_data", "custom", "custom.",
            "prompt.passwords", "prompt.fixed", "goauthentik.io/x", "custom.a b", "pending_user.pk", ""})
    void leavesNoOtherFact(String name) {
        assertThatThrownBy(() -> evaluate("context_set('" + name + "', 1)")).isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining("context_set works on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"context_set('deny_message', 5)", "context_set('user_path', null)", "event_create('Wrong Name', {})",
            "event_create('', {})", "[1, 2, 3, 4, 5, 6].all(i, event_create('x', {}))", "context_set('custom.a', user.t) || true",
            "event_create('x', {'t': user.t}) || true", "['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'].all(n, find_user(n) == null) || true"})
    void failsBeyondWhatIsAllowed(String source) {
        assertThatThrownBy(() -> evaluate(source)).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void asksForEvents() {
        assertThat(evaluate("event_create('checked', {'who': 'alice', 'n': 1})").events()).containsExactly(
                new ExpressionEvent("custom_checked", Json.createObjectBuilder().add("who", "alice").add("n", 1L).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message('x')", "context_set('custom.a', 1)", "event_create('x', {})"})
    void offersEffectsOnlyWhereSomebodyActsOnThem(String source) {
        assertThatThrownBy(() -> expressions.check(NONE, source)).isInstanceOf(ExpressionInvalid.class);
    }

    @Test
    void looksUpWhatIsThere() {
        assertThat(evaluate("find_user('bob').username").value()).isEqualTo("bob");
        assertThat(evaluate("find_user('carol') == null").value()).isEqualTo(true);
        assertThat(evaluate("direct_groups(user)").value()).isEqualTo(List.of("staff"));
        assertThat(evaluate("direct_groups({'is_authenticated': false})").value()).isEqualTo(List.of());
    }

    @Test
    void knowsOneMoment() {
        assertThat(evaluate("now() == timestamp('2026-11-24T12:00:00Z') && now() == now()").value()).isEqualTo(true);
    }

    @Test
    void asksOnlyForWhatIsMentioned() {
        Supplier<Object> never = () -> {
            throw new IllegalStateException("nobody asked");
        };

        assertThat(expressions.evaluate(ALL, "1 + 1", Map.of("user", never)).value()).isEqualTo(2L);
        assertThat(expressions.evaluate(ALL, "user.pk", Map.of("user", (Supplier<Object>) () -> Map.of("pk", 7))).value()).isEqualTo(7L);
    }

    @Test
    void transformsTexts() {
        assertThat(evaluate("slugify(' Zoë & Łukasz  GmbH! ')").value()).isEqualTo("zoe-ukasz-gmbh");
        assertThat(evaluate("url_encode('a b&c/ü')").value()).isEqualTo("a%20b%26c%2F%C3%BC");
        assertThat(evaluate("regex_find('a1b22', '[0-9]+')").value()).isEqualTo("1");
        assertThat(evaluate("regex_find('alice@example.com', '@(.*)$')").value()).isEqualTo("example.com");
        assertThat(evaluate("regex_find('x', '[0-9]')").value()).isEqualTo("");
        assertThat(evaluate("sha512('abc').substring(0, 8)").value()).isEqualTo("ddaf35a1");
    }
}
