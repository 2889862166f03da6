package org.gatehouse.mapping.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.ValueType;
import org.gatehouse.mapping.MappingType;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Yields the claims of one OAuth scope: a map from claim name to value. */
@ApplicationScoped
@ObjectType(family = Family.PROPERTY_MAPPING, name = "scope", path = "provider/scope",
        model = "authentik_providers_oauth2.scopemapping", component = "ak-property-mapping-provider-scope-form")
public class ScopeMapping implements MappingType<ScopeMappingSettings> {

    /**
     * What expressions of scope mappings see: {@code user} (see {@link org.gatehouse.expression.UserVariables}),
     * {@code request} (client_ip, user_agent), {@code provider} (pk, name), {@code application} (name, slug, and as
     * {@code entitlements} the names of what the application lets this user do) and {@code token} (scopes and what else the grant
     * knows); maps all of them.
     */
    public static final ExpressionScope SCOPE = ExpressionScope.yielding(ValueType.MAP)
            .with("user", ValueType.MAP)
            .with("request", ValueType.MAP)
            .with("provider", ValueType.MAP)
            .with("application", ValueType.MAP)
            .with("token", ValueType.MAP);

    @Inject
    private Expressions expressions;

    public ScopeMapping() {
    }

    ScopeMapping(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public ExpressionScope scope() {
        return SCOPE;
    }

    @Override
    public void check(ScopeMappingSettings settings, FieldProblems problems) {
        expressions.check(SCOPE, settings.expression(), "expression", problems);
    }

    /** @return the claims, a {@code Map<String, Object>} */
    @Override
    public Object evaluate(ScopeMappingSettings settings, Map<String, Object> variables) {
        return expressions.evaluate(SCOPE, settings.expression(), variables).map();
    }
}
