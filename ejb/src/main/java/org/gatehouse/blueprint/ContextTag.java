package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code !Context key} or {@code !Context [key, default]}: a value of the context. */
@ApplicationScoped
class ContextTag implements BlueprintTag {

    @Override
    public String name() {
        return "Context";
    }

    @Override
    public JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run) {
        List<BlueprintValue> arguments = run.arguments(tagged, 1);
        String key = run.text(arguments.get(0));
        return run.context(key).orElseGet(() -> {
            if (arguments.size() < 2) {
                throw run.invalid(tagged, "the context has no '" + key + "'");
            }
            return run.resolve(arguments.get(1));
        });
    }
}
