package org.gatehouse.policy.eventmatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventMatcherPolicyTest {

    private static final JsonObject EVENT = Json.createObjectBuilder().add("action", "model_updated").add("app", "stages.password")
            .add("client_ip", "192.0.2.1").add("created", "2026-06-01T12:00:00Z")
            .add("user", Json.createObjectBuilder().add("pk", 7).add("username", "alice"))
            .add("context", Json.createObjectBuilder().add("secure", true).add("quote", "a \"b\"")
                    .add("model", Json.createObjectBuilder().add("app", "authentik_core").add("model_name", "user"))).build();

    private final EventMatcherPolicy policy = new EventMatcherPolicy();

    @Test
    void everythingThatIsSetHasToFit() {
        assertThat(matches(MatchedAction.MODEL_UPDATED, null, null, null, null)).isTrue();
        assertThat(matches(MatchedAction.LOGIN, null, null, null, null)).isFalse();
        assertThat(matches(null, "192.0.2.1", null, null, null)).isTrue();
        assertThat(matches(null, "192.0.2", null, null, null)).isFalse();
        assertThat(matches(null, null, "authentik.stages.password", null, null)).isTrue();
        assertThat(matches(null, null, "stages.password", null, null)).isTrue();
        assertThat(matches(null, null, "authentik.stages", null, null)).isFalse();
        assertThat(matches(null, null, null, "authentik_core.user", null)).isTrue();
        assertThat(matches(null, null, null, "authentik_core.group", null)).isFalse();
        assertThat(matches(MatchedAction.MODEL_UPDATED, "192.0.2.1", null, "authentik_core.user", "user.pk = 7")).isTrue();
        assertThat(matches(MatchedAction.MODEL_UPDATED, "192.0.2.2", null, "authentik_core.user", "user.pk = 7")).isFalse();
    }

    @Test
    void customStandsForAllThatStartWithIt() {
        assertThat(MatchedAction.CUSTOM.matches("custom_door_opened")).isTrue();
        assertThat(MatchedAction.CUSTOM.matches("login")).isFalse();
    }

    @Test
    void withoutAnEventNothingMatches() {
        PolicyRequest without = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of("event", "login"));
        assertThat(policy.decide(without, new EventMatcherPolicySettings(false, MatchedAction.LOGIN, null, null, null, null)).passing()).isFalse();
    }

    @Test
    void somethingHasToBeSet() {
        FieldProblems problems = new FieldProblems();
        policy.check(new EventMatcherPolicySettings(false, null, null, null, null, null), problems);
        policy.check(new EventMatcherPolicySettings(false, null, null, null, null, "user.pk ="), problems);
        assertThat(problems.byField()).containsOnlyKeys(FieldProblems.GENERAL, "query");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "user.username = \"alice\" | true", "user.username != \"alice\" | false", "user.pk > 6.5 | true", "user.pk <= 6 | false",
        "user.pk = \"7\" | false", "context.secure = True | true", "context.nothing = None | true", "context.nothing = False | false",
        "action ~ \"UPDATE\" | true", "action !~ \"login\" | true", "action startswith \"model_\" | true", "client_ip endswith \".2\" | false",
        "action in (\"login\", \"model_updated\") | true", "action not in (\"login\") | true", "user.pk in (1, 7) | true",
        "created >= \"2026-01-01\" | true", "context.quote = \"a \\\"b\\\"\" | true",
        "action = \"x\" or user.pk = 7 and client_ip = \"192.0.2.1\" | true", "(action = \"x\" or user.pk = 7) and client_ip = \"y\" | false",
        "context.model < 5 | false", "user.username < 5 | false"})
    void answersQueries(String query, boolean expected) {
        assertThat(EventQuery.parse(query).matches(new EventFields(EVENT))).as(query).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "action", "action =", "= 5", "action = login", "action = \"x", "(action = \"x\"", "action = \"x\")",
        "action in \"x\"", "action in ()", "action not \"x\"", "action = \"x\" and", "action = \"x\"; drop", "\"x\" = action",
        "((((((((((((((((((((((((((action = 1))))))))))))))))))))))))))", "action like \"x\""})
    void refusesWhatIsNoQuery(String text) {
        assertThatThrownBy(() -> EventQuery.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("character");
    }

    private boolean matches(MatchedAction action, String clientIp, String app, String model, String query) {
        PolicyRequest request = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of("event", EVENT));
        return policy.decide(request, new EventMatcherPolicySettings(false, action, clientIp, app, model, query)).passing();
    }
}
