package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;

/** {@code !Env NAME} or {@code !Env [NAME, default]}: a variable of the environment of this node. */
@ApplicationScoped
class EnvTag implements BlueprintTag {

    @Override
    public String name() {
        return "Env";
    }

    @Override
    public JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run) {
        List<BlueprintValue> arguments = run.arguments(tagged, 1);
        String value = System.getenv(run.text(arguments.get(0)));
        if (value != null) {
            return Json.createValue(value);
        }
        return arguments.size() > 1 ? run.resolve(arguments.get(1)) : JsonValue.NULL;
    }
}
