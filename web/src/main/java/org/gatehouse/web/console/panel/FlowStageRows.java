package org.gatehouse.web.console.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.web.console.BindingList;
import org.gatehouse.web.console.Cell;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.Option;
import org.gatehouse.web.console.ReferenceOptions;

/**
 * The stages of the flow on the page in their order: adding one, moving one up or down, taking one out. Every change is one of
 * stage bindings, as the API makes it.
 */
@Named("flowStages")
@RequestScoped
public class FlowStageRows {

    private static final String BINDING = "authentik_flows.flowstagebinding";
    private static final int STEP = 10;

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ReferenceOptions references;

    @Inject
    private BindingList bindings;

    private String moved = "";
    private String done = "";
    private List<String> problems = List.of();

    /** What can be added. */
    public List<Option> getOptions() {
        return references.ofList("stages");
    }

    /** Does what the pressed button says, {@code up:<binding>}, {@code down:<binding>} or {@code remove:<binding>}. */
    public void act(String flow) {
        String[] order = parameter("stageAct").split(":", 2);
        if (order.length == 2) {
            switch (order[0]) {
                case "up" -> move(flow, order[1], -1);
                case "down" -> move(flow, order[1], 1);
                case "remove" -> remove(order[1]);
                default -> throw new IllegalArgumentException("Unknown order.");
            }
            moved = order[0] + ':' + order[1];
            bindings.forget();
        }
    }

    /** Puts the chosen stage at the end. */
    public void add(String flow) {
        List<JsonObject> rows = rows(flow);
        int last = rows.isEmpty() ? -STEP : rows.get(rows.size() - 1).getInt("order");
        try {
            objects.managed().create(objects.actor(), model(), Json.createObjectBuilder().add("target", flow)
                    .add("stage", parameter("addStage")).add("order", last + STEP).build());
            done = "added";
            bindings.forget();
        } catch (InvalidInput refused) {
            problems = refused.problems().byField().values().stream().flatMap(List::stream).toList();
        }
    }

    private void remove(String key) {
        objects.managed().delete(objects.actor(), model(), key);
        done = "removed";
    }

    private void move(String flow, String key, int by) {
        List<JsonObject> rows = new ArrayList<>(rows(flow));
        int from = IntStream.range(0, rows.size()).filter(at -> key(rows.get(at)).equals(key)).findFirst().orElse(-1);
        int to = from + by;
        if (from < 0 || to < 0 || to >= rows.size()) {
            return;
        }
        List<Integer> places = places(rows);
        Collections.swap(rows, from, to);
        IntStream.range(0, rows.size()).filter(at -> rows.get(at).getInt("order") != places.get(at)).forEach(at -> objects.managed()
                .patch(objects.actor(), model(), key(rows.get(at)), Json.createObjectBuilder().add("order", places.get(at)).build()));
        done = "moved";
    }

    /** The places that there are, or new ones where two stages share one. */
    private static List<Integer> places(List<JsonObject> rows) {
        List<Integer> known = rows.stream().map(row -> row.getInt("order")).toList();
        boolean distinct = known.stream().distinct().count() == known.size();
        return distinct ? known : IntStream.range(0, rows.size()).map(at -> at * STEP).boxed().toList();
    }

    private List<JsonObject> rows(String flow) {
        ModelQuery query = new ModelQuery("", Map.of("target", List.of(flow)), "order", 1, ModelQuery.MAX_PAGE_SIZE);
        return objects.list(model(), query).rows().stream().filter(row -> Cell.text(row.get("target")).equals(flow)).toList();
    }

    private Model model() {
        return objects.model(BINDING);
    }

    private static String key(JsonObject row) {
        return Cell.text(row.get("pk"));
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }

    /** The button that was pressed, which gets the focus back; empty before any was. */
    public String getMoved() {
        return moved;
    }

    /** {@code added}, {@code moved}, {@code removed}, or empty. */
    public String getDone() {
        return done;
    }

    public List<String> getProblems() {
        return problems;
    }
}
