package org.gatehouse.flow.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.BlueprintReader;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ModelRegistry;
import org.junit.jupiter.api.Test;

class FlowExportTest {

    private static final String FLOW = UUID.randomUUID().toString();
    private static final String OTHER_FLOW = UUID.randomUUID().toString();
    private static final String STAGE = UUID.randomUUID().toString();
    private static final String PROMPT = UUID.randomUUID().toString();
    private static final String BINDING = UUID.randomUUID().toString();
    private static final String POLICY = UUID.randomUUID().toString();
    private static final String GUARD = UUID.randomUUID().toString();
    private static final String GONE = UUID.randomUUID().toString();

    private final Map<String, Rows> models = new LinkedHashMap<>();

    private String export() {
        row("authentik_flows.flow", "slug", FLOW, "{'name':'A flow','slug':'a-flow','title':'It said: \\'hello\\'\\n# no comment','background':''}");
        row("authentik_flows.flow", "slug", OTHER_FLOW, "{'name':'Another','slug':'another'}");
        row("authentik_stages_prompt.prompt", "pk", PROMPT, "{'name':'the prompt','field_key':'x','order':3}");
        row("authentik_stages_prompt.promptstage", "pk", STAGE, "{'name':'the stage','managed':null,'fields':['" + PROMPT + "'],'next':'" + OTHER_FLOW
                + "','lost':'" + GONE + "','on':true,'more':{'a':[1,null]}}");
        row("authentik_flows.flowstagebinding", "pk", BINDING, "{'target':'" + FLOW + "','stage':'" + STAGE + "','order':10}");
        row("authentik_policies_dummy.dummypolicy", "pk", POLICY, "{'name':'the policy','managed':'made-by-us'}");
        row("authentik_policies.policybinding", "pk", GUARD, "{'policy':'" + POLICY + "','group':null,'user':null,'target':'" + BINDING + "','order':0}");
        row("authentik_policies.policybinding", "pk", UUID.randomUUID().toString(), "{'policy':null,'group':null,'user':7,'target':'" + FLOW + "','order':1}");
        row("authentik_core.user", "pk", "7", "{'username':'alice'}");
        ExportedObjects objects = new ExportedObjects(Actor.anonymous(), new Registry());
        objects.addFlow("a-flow");
        objects.addStageBinding(BINDING, STAGE);
        objects.addPolicyBindings(FLOW);
        objects.addPolicyBindings(BINDING);
        BlueprintText text = new BlueprintText("Flow a-flow", objects::reference);
        objects.all().forEach(text::add);
        return text.toString();
    }

    @Test
    void isABlueprintThatCanBeReadAgain() {
        assertThat(new BlueprintReader().read("export.yaml", export()).entries()).hasSize(7).extracting(entry -> entry.model())
                .containsExactly("authentik_flows.flow", "authentik_stages_prompt.prompt", "authentik_stages_prompt.promptstage",
                        "authentik_flows.flowstagebinding", "authentik_policies.policybinding", "authentik_policies_dummy.dummypolicy",
                        "authentik_policies.policybinding");
    }

    @Test
    void refersToItsOwnByLabelAndToOthersByName() {
        String text = export();

        assertThat(text).contains("target: !KeyOf flow-1", "fields: [!KeyOf stage-2]", "stage: !KeyOf stage-3",
                "next: !Find [authentik_flows.flow, [slug, \"another\"]]", "user: !Find [authentik_core.user, [username, \"alice\"]]",
                "policy: !KeyOf policy-6");
        assertThat(text).doesNotContain(FLOW, STAGE, PROMPT, BINDING, POLICY, OTHER_FLOW, "made-by-us");
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(export()).contains("title: \"It said: 'hello'\\n# no comment\"", "more: {\"a\": [1, null]}", "on: true");
    }

    private void row(String model, String keyField, String pk, String document) {
        models.computeIfAbsent(model, name -> new Rows(name, keyField)).rows.put(pk,
                FlowWorld.json(document.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "'")));
    }

    private final class Registry extends ModelRegistry {

        @Override
        public Collection<Model> all() {
            return List.copyOf(models.values());
        }

        @Override
        public Optional<Model> findByName(String name) {
            return Optional.ofNullable(models.get(name));
        }
    }

    /** Rows in memory. */
    private record Rows(String name, String keyField, Map<String, JsonObject> rows) implements Model {

        Rows(String name, String keyField) {
            this(name, keyField, new LinkedHashMap<>());
        }

        private Optional<String> pkOf(String key) {
            return rows.keySet().stream().filter(pk -> keyOf(pk).equals(key)).findFirst();
        }

        private String keyOf(String pk) {
            return keyField.equals("pk") ? pk : rows.get(pk).getString(keyField);
        }

        @Override
        public String path() {
            return name;
        }

        @Override
        public List<FieldDescriptor> fields() {
            return List.of();
        }

        @Override
        public ModelPage list(Actor actor, ModelQuery query) {
            List<JsonObject> found = rows.entrySet().stream()
                    .filter(row -> row.getValue().getString("target").equals(query.filter("target").orElseThrow()))
                    .map(row -> Json.createObjectBuilder(row.getValue()).add("pk", row.getKey()).build()).toList();
            return new ModelPage(found, found.size());
        }

        @Override
        public Optional<JsonObject> read(Actor actor, String key) {
            return pkOf(key).map(pk -> Json.createObjectBuilder(rows.get(pk)).add("pk", pk).build());
        }

        @Override
        public Optional<JsonObject> document(String key) {
            return pkOf(key).map(rows::get);
        }

        @Override
        public Optional<String> find(JsonObject identifiers) {
            return Optional.of(identifiers.getString("pk")).filter(rows::containsKey).map(this::keyOf);
        }

        @Override
        public String save(Actor actor, Optional<String> key, JsonObject document) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Actor actor, String key) {
            throw new UnsupportedOperationException(JsonValue.NULL.toString());
        }
    }
}
