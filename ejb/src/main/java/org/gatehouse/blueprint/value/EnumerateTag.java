package org.gatehouse.blueprint.value;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code !Enumerate [items, SEQ, body]}: a list with the body once for each item of a list or field of an object;
 * {@code !Enumerate [items, MAP, [key, value]]}: an object with one field for each. In the body {@code !Index} is the number of the item
 * or the name of the field and {@code !Value} what is there.
 */
final class EnumerateTag implements BlueprintTag {

    @Override
    public String name() {
        return "Enumerate";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 3, 3);
        List<BlueprintScope.Turn> turns = turns(arguments, scope);
        BlueprintValue body = arguments.values().get(2);
        return switch (arguments.text(1, scope)) {
            case "SEQ" -> list(turns, body, arguments, scope);
            case "MAP" -> object(turns, TagArguments.of(this, body, 2, 2), scope);
            default -> throw arguments.refusal("makes SEQ or MAP only.");
        };
    }

    private static List<BlueprintScope.Turn> turns(TagArguments arguments, BlueprintScope scope) {
        List<BlueprintScope.Turn> turns = new ArrayList<>();
        JsonValue items = arguments.resolve(0, scope);
        if (items instanceof JsonArray array) {
            array.forEach(item -> turns.add(new BlueprintScope.Turn(Json.createValue(turns.size()), item)));
        } else if (items instanceof JsonObject object) {
            object.forEach((name, value) -> turns.add(new BlueprintScope.Turn(TagArguments.text(name), value)));
        } else {
            throw arguments.refusal("needs a list or an object to go through.");
        }
        return turns;
    }

    private static JsonValue list(List<BlueprintScope.Turn> turns, BlueprintValue body, TagArguments arguments, BlueprintScope scope) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        turns.forEach(turn -> list.add(scope.within(turn, arguments.line(), () -> scope.resolve(body))));
        return list.build();
    }

    private static JsonValue object(List<BlueprintScope.Turn> turns, TagArguments pair, BlueprintScope scope) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (BlueprintScope.Turn turn : turns) {
            JsonValue key = scope.within(turn, pair.line(), () -> pair.resolve(0, scope));
            if (!(key instanceof JsonString)) {
                key = TagArguments.text(TagArguments.shown(key));
            }
            object.add(((JsonString) key).getString(), scope.within(turn, pair.line(), () -> pair.resolve(1, scope)));
        }
        return object.build();
    }
}
