package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/** {@code !FindObject [model, [field, value], …]}: the whole object with all of these values as the API shows it, or null. */
final class FindObjectTag implements BlueprintTag {

    @Override
    public String name() {
        return "FindObject";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 2, 20);
        return scope.outside().object(arguments.text(0, scope), FindTag.identifiers(this, arguments, scope), arguments.line())
                .<JsonValue>map(found -> found).orElse(JsonValue.NULL);
    }
}
