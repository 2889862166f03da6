package org.gatehouse.blueprint.value;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * {@code !AtIndex [collection, index]} or {@code !AtIndex [collection, index, default]}: an item of a list, from 0, or a field of an
 * object. Without a default it must be there.
 */
final class AtIndexTag implements BlueprintTag {

    @Override
    public String name() {
        return "AtIndex";
    }

    @Override
    public JsonValue resolve(BlueprintValue argument, BlueprintScope scope) {
        TagArguments arguments = TagArguments.of(this, argument, 2, 3);
        JsonValue collection = arguments.resolve(0, scope);
        String index = TagArguments.shown(arguments.resolve(1, scope));
        JsonValue found = collection instanceof JsonObject object ? object.get(index) : at(collection, index, arguments);
        if (found == null && arguments.size() < 3) {
            throw arguments.refusal("finds nothing at " + index + ".");
        }
        return found == null ? arguments.resolve(2, scope) : found;
    }

    private static JsonValue at(JsonValue collection, String index, TagArguments arguments) {
        if (!(collection instanceof JsonArray array)) {
            if (arguments.size() == 3) {
                return null;
            }
            throw arguments.refusal("needs a list or an object.");
        }
        // Longer ones are behind the end of any list.
        if (!index.matches("\\d{1,7}")) {
            throw arguments.refusal("needs a number from 0 for a list.");
        }
        int place = Integer.parseInt(index);
        return place < array.size() ? array.get(place) : null;
    }
}
