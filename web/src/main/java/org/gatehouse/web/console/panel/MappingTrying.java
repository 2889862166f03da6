package org.gatehouse.web.console.panel;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gatehouse.expression.ExpressionValues;
import org.gatehouse.mapping.MappingTests;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.FieldValue;
import org.gatehouse.web.http.BadJson;
import org.gatehouse.web.http.JsonBody;

/** Evaluates the property mapping on the page for somebody, and shows what it yields. */
@Named("mappingTrying")
@ViewScoped
public class MappingTrying implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MappingTests tests;

    @Inject
    private UserRepository users;

    @Inject
    private ConsoleObjects objects;

    private String username = "";
    private String context = "{}";
    private String result = "";
    private List<String> problems = List.of();

    public boolean isOffered(String model, boolean isNew) {
        return !isNew && objects.type(model).filter(type -> type.family() == Family.PROPERTY_MAPPING).isPresent();
    }

    public void ask(String key) {
        Map<String, String> typed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        username = typed.getOrDefault("trial-user", "").strip();
        context = typed.getOrDefault("trial-context", "").isBlank() ? "{}" : typed.get("trial-context");
        result = "";
        problems = List.of();
        try {
            MappingTests.Outcome outcome = tests.test(objects.actor(), key, request());
            if (outcome.successful()) {
                result = FieldValue.pretty(ExpressionValues.json(outcome.value()));
            } else {
                problems = List.of(outcome.problem());
            }
        } catch (InvalidInput refused) {
            problems = refused.problems().byField().values().stream().flatMap(List::stream).toList();
        }
    }

    private jakarta.json.JsonObject request() {
        WireObject request = WireObject.empty();
        if (!username.isEmpty()) {
            request.put("user", users.findByUsername(username).orElseThrow(() -> new InvalidInput("user", "There is no such user.")).getId());
        }
        try {
            request.put("context", JsonBody.read(new ByteArrayInputStream(context.getBytes(StandardCharsets.UTF_8))));
        } catch (BadJson malformed) {
            throw new InvalidInput("context", "Expected a JSON object.");
        }
        return request.build();
    }

    public String getUsername() {
        return username;
    }

    public String getContext() {
        return context;
    }

    /** What came out, as JSON; empty before anything was asked. */
    public String getResult() {
        return result;
    }

    public List<String> getProblems() {
        return problems;
    }
}
