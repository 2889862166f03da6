package org.gatehouse.blueprint.value;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** {@code !Find [model, [field, value], …]}: the {@code pk} of the object with all of these values, or null. */
final class FindTag implements BlueprintTag {

    @Override
    public String name() {
        return "Find";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 2, 20);
        return scope.outside().pk(arguments.text(0, scope), identifiers(this, arguments, scope), arguments.line()).orElse(JsonValue.NULL);
    }

    /** The pairs after the model. */
    static JsonObject identifiers(BlueprintTag tag, TagArguments arguments, BlueprintScope scope) {
        JsonObjectBuilder identifiers = Json.createObjectBuilder();
        for (int i = 1; i < arguments.size(); i++) {
            TagArguments pair = TagArguments.of(tag, arguments.values().get(i), 2, 2);
            JsonValue value = pair.resolve(1, scope);
            // An empty value would find just any object.
            if (TagArguments.shown(value).isEmpty()) {
                throw pair.refusal("needs a value for " + pair.text(0, scope) + ".");
            }
            identifiers.add(pair.text(0, scope), value);
        }
        return identifiers.build();
    }
}
