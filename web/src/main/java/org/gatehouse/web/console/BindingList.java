package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.web.page.PageAddress;

/** What is bound to the object on the editor's page: the stages of a flow, the policies of a flow, binding or application. */
@Named("bindings")
@RequestScoped
public class BindingList {

    private static final String STAGE_BINDING = "authentik_flows.flowstagebinding";
    private static final String POLICY_BINDING = "authentik_policies.policybinding";
    private static final Set<String> HAVE_POLICIES = Set.of("authentik_flows.flow", STAGE_BINDING, "authentik_core.application",
            "authentik_providers_oauth2.oauth2dynamicclientregistration");

    /**
     * One binding.
     *
     * @param order its place in the order
     * @param name what is bound
     * @param kind what kind of thing that is
     * @param href where the binding is edited
     * @param subjectHref where what is bound is edited
     * @param policies how many policies are bound to the binding itself
     */
    public record Row(String key, String order, String name, String kind, boolean enabled, String href, String subjectHref, int policies) {
    }

    @Inject
    private ConsoleObjects objects;

    @Inject
    private FieldLabels labels;

    private final Map<String, List<Row>> known = new HashMap<>();

    public boolean hasStages(String model) {
        return model.equals("authentik_flows.flow") && objects.findModel(STAGE_BINDING).isPresent();
    }

    public boolean hasPolicies(String model) {
        return HAVE_POLICIES.contains(model) && objects.findModel(POLICY_BINDING).isPresent();
    }

    public List<Row> stages(String target) {
        return rows(STAGE_BINDING, target);
    }

    public List<Row> policies(String target) {
        return rows(POLICY_BINDING, target);
    }

    /** Reads the bindings anew: a page may have looked at them already, before the pressed button changed them. */
    public void forget() {
        known.clear();
    }

    public String addStage(String target) {
        return add(STAGE_BINDING, target);
    }

    public String addPolicy(String target) {
        return add(POLICY_BINDING, target);
    }

    private static String add(String model, String target) {
        return "/if/admin/object.xhtml?model=" + model + "&set.target=" + PageAddress.encode(target);
    }

    private List<Row> rows(String model, String target) {
        return known.computeIfAbsent(model + ' ' + target, key -> read(model, target));
    }

    private List<Row> read(String model, String target) {
        ModelQuery query = new ModelQuery("", Map.of("target", List.of(target)), "order", 1, ModelQuery.MAX_PAGE_SIZE);
        return objects.list(objects.model(model), query).rows().stream()
                .filter(row -> Cell.text(row.get("target")).equals(target)).map(row -> row(model, row)).toList();
    }

    private Row row(String model, JsonObject wire) {
        JsonObject bound = Stream.of("stage_obj", "policy_obj", "group_obj", "user_obj").map(wire::get)
                .filter(JsonObject.class::isInstance).map(JsonObject.class::cast).findFirst().orElse(JsonObject.EMPTY_JSON_OBJECT);
        String kind = bound.containsKey("meta_model_name") ? labels.model(bound.getString("meta_model_name"))
                : labels.model(bound.containsKey("username") ? "authentik_core.user" : "authentik_core.group");
        String key = Cell.text(wire.get("pk"));
        String subject = bound.containsKey("meta_model_name") ? bound.getString("meta_model_name")
                : bound.containsKey("username") ? "authentik_core.user" : "authentik_core.group";
        return new Row(key, Cell.text(wire.get("order")), ReferenceOptions.option(bound).label(), kind, wire.getBoolean("enabled", true),
                ListRow.editor(model, key), ListRow.editor(subject, ReferenceOptions.option(bound).value()),
                wire.get("policies") instanceof JsonArray policies ? policies.size() : 0);
    }
}
