package org.gatehouse.policy.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.SecretMask;
import org.gatehouse.expression.ExpressionEffect;
import org.gatehouse.expression.ExpressionEvent;
import org.gatehouse.expression.ExpressionResult;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.PlaceVariables;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.expression.ValueType;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Passes when an expression yields true; it can leave texts for the user, facts in the plan of the flow, and events. */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "expression", model = "authentik_policies_expression.expressionpolicy",
        component = "ak-policy-expression-form")
public class ExpressionPolicy implements PolicyType<ExpressionPolicySettings> {

    /**
     * What expressions of policies see: {@code user} (see {@link UserVariables}), {@code request} (client_ip, user_agent, host, query),
     * {@code context} (what is known at this point), {@code application} (the one the user is on the way to, or an empty map),
     * {@code geo} (see {@link PlaceVariables}), {@code settings} (what users may change of themselves), {@code is_sso_flow}, and {@code client_ip} (empty when unknown).
     */
    public static final ExpressionScope SCOPE = ExpressionScope.yielding(ValueType.BOOLEAN)
            .with("user", ValueType.MAP)
            .with("request", ValueType.MAP)
            .with("context", ValueType.MAP)
            .with("application", ValueType.MAP)
            .with("geo", ValueType.MAP)
            .with("settings", ValueType.MAP)
            .with("is_sso_flow", ValueType.BOOLEAN)
            .with("client_ip", ValueType.TEXT)
            .withMessages()
            .with(ExpressionEffect.CONTEXT)
            .with(ExpressionEffect.EVENTS);

    @Inject
    private Expressions expressions;

    @Inject
    private PolicyVariables variables;

    @Inject
    private Events events;

    public ExpressionPolicy() {
    }

    public ExpressionPolicy(Expressions expressions, PolicyVariables variables, Events events) {
        this.expressions = expressions;
        this.variables = variables;
        this.events = events;
    }

    @Override
    public void check(ExpressionPolicySettings settings, FieldProblems problems) {
        expressions.check(SCOPE, settings.expression(), "expression", problems);
    }

    /** Only functions that look something up by name ask the database later. */
    @Override
    public PolicyRequest gather(PolicyRequest request, ExpressionPolicySettings settings) {
        return settings.expression().contains("application") ? variables.withApplication(request) : request;
    }

    @Override
    public PolicyVerdict decide(PolicyRequest request, ExpressionPolicySettings settings) {
        ExpressionResult result = expressions.evaluate(SCOPE, settings.expression(), variables.of(request));
        if (!request.isTrial()) {
            result.events().forEach(event -> record(event, request));
        }
        return new PolicyVerdict(result.isTrue(), false, result.messages(), result.facts());
    }

    /**
     * Policies run outside of the request, so the address goes with the event; and while their caller holds a connection, so it is
     * written later. An author who notes the whole context must not note the password that was just typed.
     */
    private void record(ExpressionEvent event, PolicyRequest request) {
        Actor actor = request.user().map(user -> Actor.of(user, false)).orElseGet(Actor::anonymous);
        events.recordLater(new EventDraft(event.action(), "policies.expression", actor, SecretMask.mask(event.data()))
                .with("client_ip", request.clientIp().orElse("")));
    }

    @Override
    public boolean logsExecution(ExpressionPolicySettings settings) {
        return settings.executionLogging();
    }
}
