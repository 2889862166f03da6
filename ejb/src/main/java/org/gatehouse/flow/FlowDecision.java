package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.gatehouse.policy.PolicyExplanation;

/**
 * What policies have decided on the way through a plan, for whoever has to explain afterwards why somebody was let in or refused.
 *
 * @param about what was decided about: {@code flow}, or the id of a stage's binding
 * @param passing yes or no
 * @param parts what each policy said, shortened
 */
record FlowDecision(String about, boolean passing, List<Part> parts) {

    private static final int MOST_PARTS = 20;
    private static final int LONGEST = 200;

    /** What one policy, group or user said. */
    record Part(String label, boolean passing, boolean failed, String message) {
    }

    static FlowDecision of(String about, PolicyExplanation explanation) {
        return new FlowDecision(about, explanation.verdict().passing(), explanation.parts().stream().limit(MOST_PARTS)
                .map(part -> new Part(shorten(part.label()), part.verdict().passing(), part.verdict().failed(),
                        shorten(String.join(" ", part.verdict().messages())))).toList());
    }

    private static String shorten(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    JsonObject toJson() {
        JsonArrayBuilder said = Json.createArrayBuilder();
        parts.forEach(part -> said.add(Json.createObjectBuilder().add("policy", part.label()).add("passing", part.passing())
                .add("failed", part.failed()).add("message", part.message())));
        return Json.createObjectBuilder().add("about", about).add("passing", passing).add("policies", said).build();
    }

    static FlowDecision fromJson(JsonObject json) {
        JsonArray said = json.getJsonArray("policies");
        return new FlowDecision(json.getString("about"), json.getBoolean("passing"), said.getValuesAs(JsonObject.class).stream()
                .map(part -> new Part(part.getString("policy"), part.getBoolean("passing"), part.getBoolean("failed"),
                        ((JsonString) part.get("message")).getString())).toList());
    }
}
