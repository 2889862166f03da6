package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;
import java.util.function.Function;

/**
 * {@code !Index depth} and {@code !Value depth}: where {@code !Enumerate} is, and what is there. 0 is the innermost one, 1 the one around
 * it.
 */
record TurnTag(String name, Function<BlueprintScope.Turn, JsonValue> part) implements BlueprintTag {

    static TurnTag index() {
        return new TurnTag("Index", BlueprintScope.Turn::index);
    }

    static TurnTag value() {
        return new TurnTag("Value", BlueprintScope.Turn::value);
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 1, 1);
        String depth = TagArguments.shown(arguments.resolve(0, scope));
        if (!depth.matches("\\d{1,2}")) {
            throw arguments.refusal("needs a number that says which !Enumerate is meant; 0 is the innermost.");
        }
        return scope.turn(Integer.parseInt(depth)).map(part)
                .orElseThrow(() -> arguments.refusal("is not inside of that many !Enumerate."));
    }
}
