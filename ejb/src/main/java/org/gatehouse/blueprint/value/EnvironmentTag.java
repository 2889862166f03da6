package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/**
 * {@code !Env NAME} or {@code !Env [NAME, default]}: a variable of the node's environment, if blueprints may read it. Others hold the
 * database password, the key that seals every secret and whatever else the node was given, and a blueprint can put what it reads into a
 * field that anybody sees.
 */
final class EnvironmentTag implements BlueprintTag {

    @Override
    public String name() {
        return "Env";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 2);
        try {
            return scope.outside().environment(arguments.text(0, scope)).map(TagArguments::text)
                    .orElseGet(() -> arguments.resolveOrNull(1, scope));
        } catch (IllegalArgumentException refused) {
            throw arguments.refusal(refused.getMessage());
        }
    }
}
