package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;
import java.util.Locale;

/**
 * {@code !Env NAME} or {@code !Env [NAME, default]}: a variable of the node's environment. The product's own variables are not
 * given away: they hold the database password and the key that seals every secret, and a blueprint can put what it reads into a field
 * that anybody sees.
 */
final class EnvironmentTag implements BlueprintTag {

    private static final String OWN = "GATEHOUSE_";

    @Override
    public String name() {
        return "Env";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 2);
        String variable = arguments.text(0, scope);
        if (variable.toUpperCase(Locale.ROOT).startsWith(OWN)) {
            throw arguments.refusal("cannot read variables that start with " + OWN + ".");
        }
        return scope.environment(variable).map(TagArguments::text).orElseGet(() -> arguments.resolveOrNull(1, scope));
    }
}
