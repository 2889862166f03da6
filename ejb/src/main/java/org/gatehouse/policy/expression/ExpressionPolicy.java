package org.gatehouse.policy.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.expression.ExpressionResult;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.expression.ValueType;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Passes when an expression yields true; {@code message("…")} in it leaves texts for the user. */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "expression", model = "authentik_policies_expression.expressionpolicy",
        component = "ak-policy-expression-form")
public class ExpressionPolicy implements PolicyType<ExpressionPolicySettings> {

    /**
     * What expressions of policies see: {@code user} (see {@link UserVariables}), {@code request} (client_ip, user_agent),
     * {@code context} (what is known at this point), {@code is_sso_flow}, and {@code client_ip} (empty when unknown).
     */
    public static final ExpressionScope SCOPE = ExpressionScope.yielding(ValueType.BOOLEAN)
            .with("user", ValueType.MAP)
            .with("request", ValueType.MAP)
            .with("context", ValueType.MAP)
            .with("is_sso_flow", ValueType.BOOLEAN)
            .with("client_ip", ValueType.TEXT)
            .withMessages();

    @Inject
    private Expressions expressions;

    public ExpressionPolicy() {
    }

    ExpressionPolicy(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public void check(ExpressionPolicySettings settings, FieldProblems problems) {
        expressions.check(SCOPE, settings.expression(), "expression", problems);
    }

    @Override
    public PolicyVerdict decide(PolicyRequest request, ExpressionPolicySettings settings) {
        ExpressionResult result = expressions.evaluate(SCOPE, settings.expression(), variables(request));
        return new PolicyVerdict(result.isTrue(), result.messages());
    }

    @Override
    public boolean logsExecution(ExpressionPolicySettings settings) {
        return settings.executionLogging();
    }

    private static Map<String, Object> variables(PolicyRequest request) {
        String clientIp = request.clientIp().orElse("");
        Map<String, Object> variables = new HashMap<>();
        variables.put("user", request.user().map(user -> UserVariables.of(user, request.groups())).orElseGet(UserVariables::anonymous));
        variables.put("request", Map.of("client_ip", clientIp, "user_agent", request.userAgent() == null ? "" : request.userAgent()));
        variables.put("context", request.context());
        variables.put("is_sso_flow", "true".equals(String.valueOf(request.context().get("is_sso"))));
        variables.put("client_ip", clientIp);
        return variables;
    }
}
