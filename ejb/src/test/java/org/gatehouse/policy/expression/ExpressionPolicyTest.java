package org.gatehouse.policy.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.ExpressionLookups;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class ExpressionPolicyTest {

    private final RecordedEvents events = new RecordedEvents();
    private final ExpressionPolicy policy = Wired.with(new ExpressionPolicy(), new Expressions(), events,
            Wired.with(new PolicyVariables(), new Lookups()));

    @Test
    void complainsAboutTheExpressionByField() {
        FieldProblems problems = new FieldProblems();

        policy.check(settings("user.is_active &&"), problems);

        assertThat(problems.byField()).containsOnlyKeys("expression");
        assertThat(problems.byField().get("expression").get(0)).startsWith("Line 1, column ");
    }

    @Test
    void seesTheUserTheRequestAndTheContext() {
        assertPasses("user.username == 'alice' && user.is_superuser && user.type == 'internal' && user.last_login == null");
        assertPasses("is_group_member(user, 'staff') && user.groups.size() == 1 && user.is_authenticated");
        assertPasses("client_ip == '192.0.2.1' && request.user_agent == 'Browser' && request.client_ip == client_ip");
        assertPasses("context.application.slug == 'wiki' && is_sso_flow");
    }

    @Test
    void neverShowsThePassword() {
        assertThatThrownBy(() -> decide("user.password == ''", alice())).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void anAnonymousUserIsNotAuthenticatedAndHasNoName() {
        PolicyRequest anonymous = new PolicyRequest(Optional.empty(), Optional.empty(), null, Map.of());

        assertThat(decide("!user.is_authenticated && client_ip == '' && !is_sso_flow", anonymous).passing()).isTrue();
        assertThat(decide("is_group_member(user, 'staff')", anonymous).passing()).isFalse();
        assertThatThrownBy(() -> decide("user.username == ''", anonymous)).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void givesTheMessagesOfTheExpression() {
        assertThat(decide("is_group_member(user, 'admins') || message('Only for administrators.')", alice()))
                .isEqualTo(PolicyVerdict.deny("Only for administrators."));
    }

    @Test
    void leavesFactsAndEvents() {
        PolicyVerdict verdict = decide("context_set('custom.risk', 5) && context_set('prompt_data.team', user.groups) "
                + "&& event_create('checked', {'who': user.username})", alice());

        assertThat(verdict.passing()).isTrue();
        assertThat(verdict.facts()).containsOnly(Map.entry("custom.risk", Json.createValue(5L)),
                Map.entry("prompt_data.team", Json.createArrayBuilder().add("staff").build()));
        assertThat(events.actions()).containsExactly("custom_checked");
        assertThat(events.drafts().get(0).context()).hasToString("{\"who\":\"alice\",\"client_ip\":\"192.0.2.1\"}");
        assertThat(events.drafts().get(0).actor().username()).isEqualTo("alice");
    }

    @Test
    void notesNoPasswordInItsEvents() {
        PolicyRequest typed = alice().with("prompt_data", Map.of("password", "geheim", "name", "Alice"));

        decide("event_create('seen', {'all': context})", typed);

        assertThat(events.drafts().get(0).context().toString()).contains("Alice").doesNotContain("geheim");
    }

    @Test
    void changesNothingWhenItIsOnlyTried() {
        assertThat(decide("event_create('checked', {})", alice().asTrial()).passing()).isTrue();

        assertThat(events.actions()).isEmpty();
    }

    @Test
    void knowsTheApplicationOfAFlowBySlug() {
        PolicyRequest onTheWay = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of("application", Json.createValue("mail")));
        PolicyRequest nowhere = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of());

        assertPasses("application.slug == 'wiki'");
        assertThat(decide("application.name == 'Mail'", onTheWay).passing()).isTrue();
        assertThat(decide("application == {} && geo == {} && request.host == '' && request.query == {}", nowhere).passing()).isTrue();
    }

    @Test
    void readsTheApplicationOfAFlowBeforeItDecides() {
        PolicyRequest onTheWay = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of("application", Json.createValue("mail")));
        ExpressionPolicySettings settings = settings("application.name == 'Mail' && context.application == 'mail'");
        ExpressionPolicy withoutDatabase = Wired.with(new ExpressionPolicy(), new Expressions(), events,
                Wired.with(new PolicyVariables(), new ExpressionLookups()));

        assertThat(withoutDatabase.decide(policy.gather(onTheWay, settings), settings).passing()).isTrue();
    }

    @Test
    void seesWhatIsKnownOfTheRequest() {
        PolicyRequest request = alice().with("http_request", Map.of("host", "id.example.com", "id", "7", "query", Map.of("next", "/x")));

        assertThat(decide("request.host == 'id.example.com' && request.query.next == '/x'", request).passing()).isTrue();
    }

    private static final class Lookups extends ExpressionLookups {

        @Override
        public Optional<Map<String, Object>> application(String slug) {
            return slug.equals("mail") ? Optional.of(Map.of("slug", "mail", "name", "Mail")) : Optional.empty();
        }
    }

    private void assertPasses(String expression) {
        assertThat(decide(expression, alice()).passing()).as(expression).isTrue();
    }

    private PolicyVerdict decide(String expression, PolicyRequest request) {
        return policy.decide(request, settings(expression));
    }

    private static ExpressionPolicySettings settings(String expression) {
        return new ExpressionPolicySettings(false, expression);
    }

    private static PolicyRequest alice() {
        User user = new User();
        user.setUuid(UUID.randomUUID());
        user.setUsername("alice");
        user.setDateJoined(Instant.EPOCH);
        user.changePassword("hash", Instant.EPOCH);
        Group staff = new Group();
        staff.setName("staff");
        staff.setSuperuser(true);
        Map<String, Object> context = Map.of("application", Map.of("slug", "wiki"), "is_sso", true);
        return new PolicyRequest(Optional.of(user), Optional.of("192.0.2.1"), "Browser", context).withGroups(List.of(staff));
    }
}
