package org.gatehouse.flow.stage.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.ExpressionInvalid;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.expression.ValueType;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.type.FieldProblems;

/** Evaluates the expressions of fields: placeholders, initial values, choices. */
@ApplicationScoped
public class PromptExpressions {

    /**
     * What expressions of fields see: {@code user} (the user the flow is about; see {@link UserVariables}), {@code request} (client_ip,
     * user_agent), {@code context} (what the flow knows), {@code prompt_context} (the same with the answers so far beside it, by field
     * key), {@code is_sso_flow}, and {@code client_ip} (empty when unknown). They yield a text, a number, true or false, or for
     * choices a list of these or of maps with {@code value} and {@code label}.
     */
    public static final ExpressionScope SCOPE = ExpressionScope.yielding(ValueType.ANY)
            .with("user", ValueType.MAP)
            .with("request", ValueType.MAP)
            .with("context", ValueType.MAP)
            .with("prompt_context", ValueType.MAP)
            .with("is_sso_flow", ValueType.BOOLEAN)
            .with("client_ip", ValueType.TEXT);

    private static final Logger LOG = Logger.getLogger(PromptExpressions.class.getName());

    @Inject
    private Expressions expressions;

    @Inject
    private UserVariables users;

    @Inject
    private Events events;

    void check(String source, String field, FieldProblems problems) {
        expressions.check(SCOPE, source, field, problems);
    }

    /**
     * What the expression yields, with null for nothing.
     *
     * @throws ExpressionFailed when it cannot be evaluated
     */
    Object evaluate(String source, Map<String, Object> variables) {
        return expressions.evaluate(SCOPE, source, variables).value();
    }

    /** As {@link #evaluate}; a failure is for the administrator to learn of, and nothing that keeps people from going on. */
    Optional<Object> tryEvaluate(String field, String source, Map<String, Object> variables) {
        try {
            return Optional.ofNullable(evaluate(source, variables));
        } catch (ExpressionFailed | ExpressionInvalid failed) {
            LOG.log(Level.WARNING, failed, () -> "The expression of the field " + field + " failed");
            events.recordWithin(EventDraft.of(EventAction.PROPERTY_MAPPING_EXCEPTION, "stages.prompt", Actor.anonymous())
                    .with("message", failed.getMessage()).with("field", field));
            return Optional.empty();
        }
    }

    /** The variables of a running flow. */
    Map<String, Object> variables(PolicyRequest request) {
        String clientIp = request.clientIp().orElse("");
        Map<String, Object> variables = new HashMap<>();
        variables.put("user", request.user().map(users::of).orElseGet(UserVariables::anonymous));
        variables.put("request", Map.of("client_ip", clientIp, "user_agent", request.userAgent() == null ? "" : request.userAgent()));
        variables.put("context", request.context());
        variables.put("prompt_context", promptContext(request.context()));
        variables.put("is_sso_flow", "true".equals(String.valueOf(request.context().get(ContextKeys.IS_SSO.name()))));
        variables.put("client_ip", clientIp);
        return variables;
    }

    private static Map<String, Object> promptContext(Map<String, Object> context) {
        Map<String, Object> all = new LinkedHashMap<>(context);
        if (context.get(ContextKeys.PROMPT_DATA.name()) instanceof JsonObject answers) {
            all.putAll(answers);
        }
        return all;
    }
}
