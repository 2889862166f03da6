package org.gatehouse.web.console.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.UsedBy;
import org.gatehouse.web.console.BindingList;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.EventRow;
import org.gatehouse.web.console.ListRow;

/** The tabs of an object's page, {@code &tab=…}, and what the ones without a form show. */
@Named("tabs")
@RequestScoped
public class ObjectTabs {

    private static final String OVERVIEW = "overview";
    private static final int LAST = 50;

    @Inject
    private ConsoleObjects objects;

    @Inject
    private BindingList bindings;

    @Inject
    private HttpServletRequest request;

    private List<UsedBy> uses;
    private List<EventRow> events;

    /** The tabs there are for such an object; a new one has none. */
    public List<String> of(String model, boolean isNew) {
        List<String> tabs = new ArrayList<>();
        if (!isNew) {
            tabs.add(OVERVIEW);
            if (bindings.hasStages(model) || bindings.hasPolicies(model)) {
                tabs.add("bindings");
            }
            if (objects.sees(EventRow.MODEL)) {
                tabs.add("events");
            }
            if (objects.can(model, Model.Operation.DELETE)) {
                tabs.add("uses");
            }
            if (objects.sees("authentik_rbac.role")) {
                tabs.add("permissions");
            }
        }
        return tabs;
    }

    public String current(String model, boolean isNew) {
        String asked = request.getParameter("tab");
        return asked != null && of(model, isNew).contains(asked) ? asked : OVERVIEW;
    }

    public String href(String model, String key, String tab) {
        return ListRow.editor(model, key) + (tab.equals(OVERVIEW) ? "" : "&tab=" + tab);
    }

    /** What happened to the object, the latest first. */
    public List<EventRow> events(String model, String key) {
        if (events == null) {
            int dot = model.indexOf('.');
            Map<String, List<String>> about = Map.of("context_model_app", List.of(model.substring(0, dot)),
                    "context_model_name", List.of(model.substring(dot + 1)), "context_model_pk", List.of(key));
            events = objects.findModel(EventRow.MODEL).map(known -> objects.list(known, new ModelQuery("", about, "-created", 1, LAST)).rows().stream()
                    .map(EventRow::of).toList()).orElse(List.of());
        }
        return events;
    }

    /** What refers to the object. */
    public List<UsedBy> uses(String model, String key) {
        if (uses == null) {
            uses = objects.managed().usedBy(objects.actor(), objects.model(model), key);
        }
        return uses;
    }
}
