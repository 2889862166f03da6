package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/** {@code !KeyOf id}: the {@code pk} of the object of an earlier entry. */
final class KeyOfTag implements BlueprintTag {

    @Override
    public String name() {
        return "KeyOf";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 1);
        String id = arguments.text(0, scope);
        return scope.keyOf(id).orElseThrow(() -> arguments.refusal("names no earlier entry that has an object: " + id + "."));
    }
}
