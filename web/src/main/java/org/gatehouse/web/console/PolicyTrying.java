package org.gatehouse.web.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.policy.PolicyTrial;
import org.gatehouse.policy.PolicyTrials;
import org.gatehouse.type.Family;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.BadJson;
import org.gatehouse.web.http.JsonBody;

/** Asks the policy on the editor's page about somebody, and shows what it says. */
@Named("policyTrying")
@ViewScoped
public class PolicyTrying implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PolicyTrials trials;

    @Inject
    private UserRepository users;

    @Inject
    private ConsoleObjects objects;

    private String username = "";
    private String context = "{}";
    private transient PolicyTrial trial;
    private transient List<String> problems = List.of();

    public boolean isOffered(String model, boolean isNew) {
        return !isNew && objects.type(model).filter(type -> type.family() == Family.POLICY).isPresent();
    }

    /** Asks; what was typed stays to be asked again, except that a browser sends it anew. */
    public void ask(String policyKey) {
        Map<String, String> typed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        username = typed.getOrDefault("trial-user", "").strip();
        context = typed.getOrDefault("trial-context", "").isBlank() ? "{}" : typed.get("trial-context");
        trial = null;
        problems = List.of();
        try {
            long user = users.findByUsername(username).orElseThrow(() -> new InvalidInput("user", "There is no such user.")).getId();
            trial = trials.run(objects.actor(), policyKey, WireObject.empty().put("user", user).put("context", json(context)).build());
        } catch (InvalidInput refused) {
            problems = refused.problems().byField().values().stream().flatMap(List::stream).toList();
        }
    }

    private static JsonValue json(String text) {
        try {
            return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (BadJson malformed) {
            throw new InvalidInput("context", "Expected a JSON object.");
        }
    }

    public String getUsername() {
        return username;
    }

    public String getContext() {
        return context;
    }

    /** What came of it; null before anything was asked. */
    public PolicyTrial getTrial() {
        return trial;
    }

    public boolean isPassing() {
        return trial != null && trial.verdict().passing();
    }

    /** What the user would be told. */
    public List<String> getMessages() {
        return trial == null ? List.of() : trial.verdict().messages();
    }

    /** What happened on the way. */
    public List<String> getLog() {
        return trial == null ? List.of() : trial.log().stream().map(PolicyTrial.Line::text).toList();
    }

    public List<String> getProblems() {
        return problems;
    }
}
