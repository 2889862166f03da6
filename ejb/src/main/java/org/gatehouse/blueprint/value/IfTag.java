package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/**
 * {@code !If [condition, then, else]}: one of the two values, the other is not looked at. Without them: true or false.
 */
final class IfTag implements BlueprintTag {

    @Override
    public String name() {
        return "If";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 3);
        boolean holds = TagArguments.holds(arguments.resolve(0, scope));
        if (arguments.size() == 1) {
            return TagArguments.bool(holds);
        }
        return arguments.resolveOrNull(holds ? 1 : 2, scope);
    }
}
