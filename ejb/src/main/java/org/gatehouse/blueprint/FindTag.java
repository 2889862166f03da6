package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/** {@code !Find [model, [field, value] …]}: the key of the object that has all these values; null when there is none. */
@ApplicationScoped
class FindTag implements BlueprintTag {

    @Inject
    private ModelRegistry models;

    @Inject
    private ReferenceKeys keys;

    @Override
    public String name() {
        return "Find";
    }

    @Override
    public JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run) {
        List<BlueprintValue> arguments = run.arguments(tagged, 2);
        String name = run.text(arguments.get(0));
        Model model = models.findByName(name).orElseThrow(() -> run.invalid(tagged, "there is no model '" + name + "'"));
        JsonObjectBuilder identifiers = Json.createObjectBuilder();
        for (BlueprintValue pair : arguments.subList(1, arguments.size())) {
            if (pair.items().size() != 2) {
                throw run.invalid(tagged, "each condition is a field and a value");
            }
            identifiers.add(run.text(pair.items().get(0)), run.resolve(pair.items().get(1)));
        }
        return model.find(identifiers.build()).map(key -> keys.of(model, key)).orElse(JsonValue.NULL);
    }
}
