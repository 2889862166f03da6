package org.gatehouse.blueprint.value;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** {@code !Context key} or {@code !Context [key, default]}: a value of the context; dots lead into objects. */
final class ContextTag implements BlueprintTag {

    @Override
    public String name() {
        return "Context";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 2);
        JsonValue found = lookUp(scope.context(), arguments.text(0, scope));
        return found == null ? arguments.resolveOrNull(1, scope) : found;
    }

    private static JsonValue lookUp(JsonObject context, String path) {
        if (context.containsKey(path)) {
            return context.get(path);
        }
        JsonValue current = context;
        for (String step : path.split("\\.")) {
            current = current instanceof JsonObject object ? object.get(step) : null;
        }
        return current;
    }
}
