package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code !If [condition, then, else]}: one of two values; without them, whether the condition holds. */
@ApplicationScoped
class IfTag implements BlueprintTag {

    @Override
    public String name() {
        return "If";
    }

    @Override
    public JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run) {
        List<BlueprintValue> arguments = run.arguments(tagged, 1);
        boolean holds = Truth.of(run.resolve(arguments.get(0)));
        if (arguments.size() == 1) {
            return holds ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return holds ? run.resolve(arguments.get(1)) : arguments.size() > 2 ? run.resolve(arguments.get(2)) : JsonValue.NULL;
    }
}
