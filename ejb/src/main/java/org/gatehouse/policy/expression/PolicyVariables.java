package org.gatehouse.policy.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.expression.ExpressionLookups;
import org.gatehouse.expression.PlaceVariables;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.setting.Settings;
import org.gatehouse.setting.SystemSettings;

/** The variables of {@link ExpressionPolicy#SCOPE}; what costs something is found out when the expression mentions it. */
@ApplicationScoped
public class PolicyVariables {

    private static final String GATHERED = "expression.application";

    @Inject
    private ExpressionLookups lookups;

    @Inject
    private Instance<PlaceVariables> places;

    @Inject
    private Settings settings;

    Map<String, Object> of(PolicyRequest request) {
        String clientIp = request.clientIp().orElse("");
        Map<String, Object> context = request.context();
        Map<String, Object> variables = new HashMap<>();
        variables.put("user", later(() -> request.user().map(user -> UserVariables.of(user, request.groups()))
                .orElseGet(UserVariables::anonymous)));
        variables.put("request", later(() -> browser(clientIp, request)));
        variables.put("context", context);
        variables.put("application", later(() -> application(context)));
        variables.put("settings", later(this::settings));
        variables.put("geo", later(() -> place(clientIp)));
        variables.put("is_sso_flow", "true".equals(String.valueOf(context.get("is_sso"))));
        variables.put("client_ip", clientIp);
        return variables;
    }

    private Map<String, Object> settings() {
        SystemSettings now = settings.current();
        return Map.of("default_user_change_name", now.defaultUserChangeName(), "default_user_change_email", now.defaultUserChangeEmail(),
                "default_user_change_username", now.defaultUserChangeUsername());
    }

    private static Supplier<Map<String, Object>> later(Supplier<Map<String, Object>> value) {
        return value;
    }

    private static Map<String, Object> browser(String clientIp, PolicyRequest request) {
        Map<?, ?> http = request.context().get("http_request") instanceof Map<?, ?> known ? known : Map.of();
        Map<String, Object> browser = new HashMap<>();
        browser.put("client_ip", clientIp);
        browser.put("user_agent", request.userAgent() == null ? "" : request.userAgent());
        browser.put("host", http.containsKey("host") ? http.get("host") : "");
        browser.put("query", http.containsKey("query") ? http.get("query") : Map.of());
        return browser;
    }

    /** The request with the application that a flow leads to, read from the database. */
    PolicyRequest withApplication(PolicyRequest request) {
        String slug = slug(request.context());
        return slug.isEmpty() ? request : request.with(GATHERED, lookups.application(slug).orElseGet(Map::of));
    }

    private static String slug(Map<String, Object> context) {
        return context.get("application") instanceof JsonString text ? text.getString() : "";
    }

    /** A flow knows the slug; where access is decided, the application itself is given. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> application(Map<String, Object> context) {
        Object known = context.getOrDefault(GATHERED, context.get("application"));
        if (known instanceof Map<?, ?> shown) {
            return (Map<String, Object>) shown;
        }
        String slug = slug(context);
        return slug.isEmpty() ? Map.of() : lookups.application(slug).orElseGet(Map::of);
    }

    private Map<String, Object> place(String clientIp) {
        return clientIp.isEmpty() || places == null || places.isUnsatisfied() ? Map.of() : places.get().of(clientIp);
    }
}
