package org.gatehouse.application;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/**
 * An application that is ordered together with its provider and who may use it.
 *
 * @param application the application's document, without its provider
 * @param providerModel the kind of provider, such as {@code authentik_providers_oauth2.oauth2provider}
 * @param provider the provider's document
 * @param bindings the documents of the policy bindings, without their target
 */
public record ApplicationOrder(JsonObject application, String providerModel, JsonObject provider, List<JsonObject> bindings) {

    private static final Set<String> FIELDS = Set.of("app", "provider_model", "provider", "policy_bindings");
    private static final int MOST_BINDINGS = 200;

    public ApplicationOrder {
        bindings = List.copyOf(bindings);
    }

    /** @throws InvalidInput when the order does not have the form of one, by field */
    public static ApplicationOrder of(JsonObject wire) {
        FieldProblems problems = new FieldProblems();
        wire.keySet().stream().filter(field -> !FIELDS.contains(field)).forEach(field -> problems.add(field, "There is no field of this name."));
        JsonObject application = object(wire, "app", problems);
        JsonObject provider = object(wire, "provider", problems);
        String model = wire.get("provider_model") instanceof JsonString text ? text.getString() : "";
        if (model.isEmpty()) {
            problems.add("provider_model", "This field is required.");
        }
        List<JsonObject> bindings = bindings(wire.getOrDefault("policy_bindings", JsonValue.EMPTY_JSON_ARRAY), problems);
        problems.refuseIfAny();
        return new ApplicationOrder(application, model, provider, bindings);
    }

    private static JsonObject object(JsonObject wire, String field, FieldProblems problems) {
        if (wire.get(field) instanceof JsonObject object) {
            return object;
        }
        problems.add(field, wire.containsKey(field) ? "Value must be an object." : "This field is required.");
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static List<JsonObject> bindings(JsonValue value, FieldProblems problems) {
        List<JsonObject> bindings = new ArrayList<>();
        if (!(value instanceof JsonArray array) || array.size() > MOST_BINDINGS) {
            problems.add("policy_bindings", "Value must be a list of at most " + MOST_BINDINGS + " objects.");
            return bindings;
        }
        for (JsonValue element : array) {
            if (element instanceof JsonObject object) {
                bindings.add(object);
            } else {
                problems.add("policy_bindings", "Value must be a list of objects.");
            }
        }
        return bindings;
    }
}
