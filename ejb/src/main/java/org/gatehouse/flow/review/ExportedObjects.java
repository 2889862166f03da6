package org.gatehouse.flow.review;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Collects the objects of an exported flow, each after those it needs. */
final class ExportedObjects {

    private static final String FLOW = "authentik_flows.flow";
    private static final String STAGE_BINDING = "authentik_flows.flowstagebinding";
    private static final String POLICY_BINDING = "authentik_policies.policybinding";
    private static final String USER = "authentik_core.user";

    private final Actor actor;
    private final ModelRegistry models;
    private final Map<String, ExportedObject> byPk = new LinkedHashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    ExportedObjects(Actor actor, ModelRegistry models) {
        this.actor = actor;
        this.models = models;
    }

    Collection<ExportedObject> all() {
        return byPk.values();
    }

    void addFlow(String slug) {
        Model model = model(FLOW);
        add("flow", model, model.read(actor, slug).orElseThrow(() -> new ObjectNotFound(slug)).getString("pk"), List.of("slug"),
                model.document(slug).orElseThrow());
    }

    void addStageBinding(String binding, String stage) {
        addOwned(stage);
        Model model = model(STAGE_BINDING);
        model.document(binding).ifPresent(document -> add("binding", model, binding, List.of("target", "stage", "order"), document));
    }

    void addPolicyBindings(String target) {
        Model model = model(POLICY_BINDING);
        ModelQuery query = new ModelQuery("", Map.of("target", List.of(target)), "order", 1, ModelQuery.MAX_PAGE_SIZE);
        for (JsonObject row : model.list(actor, query).rows()) {
            JsonObject document = model.document(row.getString("pk")).orElseThrow();
            if (document.get("policy") instanceof JsonString policy) {
                addOwned(policy.getString());
            }
            add("policy-binding", model, row.getString("pk"), List.of("target", "policy", "group", "user"), withUser(document));
        }
    }

    /** Users are numbers in a binding; as a text the number is a reference like all others. */
    private static JsonObject withUser(JsonObject document) {
        return document.get("user") instanceof JsonNumber number
                ? Json.createObjectBuilder(document).add("user", userReference(number.longValue())).build() : document;
    }

    private static String userReference(long user) {
        return "user " + user;
    }

    /** Adds a stage, policy or prompt that belongs to the flow, after what it needs itself. */
    private void addOwned(String pk) {
        if (byPk.containsKey(pk)) {
            return;
        }
        owner(pk, model -> model.name().startsWith("authentik_stages_") || model.name().startsWith("authentik_policies_")).ifPresent(model -> {
            JsonObject document = Json.createObjectBuilder(model.document(pk).orElseThrow()).remove("managed").build();
            references(document).forEach(this::addOwned);
            add(model.name().startsWith("authentik_policies_") ? "policy" : "stage", model, pk, List.of("name"), document);
        });
    }

    private static Stream<String> references(JsonValue value) {
        if (value instanceof JsonString text) {
            return ObjectKey.uuid(text.getString()).map(id -> text.getString()).stream();
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(ExportedObjects::references);
        }
        return value instanceof JsonObject object ? object.values().stream().flatMap(ExportedObjects::references) : Stream.empty();
    }

    private void add(String kind, Model model, String pk, List<String> identifying, JsonObject document) {
        byPk.put(pk, new ExportedObject(kind + "-" + (byPk.size() + 1), model, pk, identifying, document));
    }

    /** How a value that refers to an object is written; null when it refers to none. */
    String reference(String value) {
        ExportedObject exported = byPk.get(value);
        if (exported != null) {
            return "!KeyOf " + exported.label();
        }
        if (value.startsWith("user ") || ObjectKey.uuid(value).isPresent()) {
            return known.computeIfAbsent(value, this::lookUp).orElse(null);
        }
        return null;
    }

    private Optional<String> lookUp(String value) {
        if (value.startsWith("user ")) {
            return model(USER).read(actor, value.substring("user ".length())).map(user -> find(USER, "username", user.getString("username")));
        }
        return owner(value, model -> true).flatMap(model -> model.find(pk(value)).flatMap(key -> model.read(actor, key))
                .flatMap(object -> naturalKey(model, object).map(field -> find(model.name(), field, object.getString(field)))));
    }

    private static Optional<String> naturalKey(Model model, JsonObject object) {
        return Stream.of(model.keyField(), "slug", "name", "username").filter(field -> !field.equals("pk"))
                .filter(field -> object.get(field) instanceof JsonString).findFirst();
    }

    private static String find(String model, String field, String value) {
        return "!Find [" + model + ", [" + field + ", " + BlueprintText.quoted(value) + "]]";
    }

    private Optional<Model> owner(String pk, java.util.function.Predicate<Model> among) {
        return models.all().stream().filter(among).filter(model -> model.find(pk(pk)).isPresent()).findFirst();
    }

    private static JsonObject pk(String value) {
        return Json.createObjectBuilder().add("pk", value).build();
    }

    private Model model(String name) {
        return models.findByName(name).orElseThrow(() -> new IllegalStateException("There is no model " + name + "."));
    }
}
