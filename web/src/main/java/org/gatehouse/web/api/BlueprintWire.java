package org.gatehouse.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatehouse.blueprint.BlueprintFile;
import org.gatehouse.blueprint.BlueprintOutcome;
import org.gatehouse.blueprint.EntryChange;
import org.gatehouse.blueprint.EntryResult;
import org.gatehouse.type.WireObject;

/** Blueprint files, and what became of a blueprint, in the shapes of the contract. */
final class BlueprintWire {

    private static final String LOGGER = "gatehouse.blueprint";

    private BlueprintWire() {
    }

    static JsonObject file(BlueprintFile file) {
        return WireObject.empty().put("path", file.path()).put("last_m", file.modified()).put("hash", file.hash())
                .put("meta", WireObject.empty().put("name", file.name()).put("labels", labels(file.labels())).build()).build();
    }

    private static JsonObject labels(Map<String, String> labels) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        labels.forEach(all::add);
        return all.build();
    }

    /** One log line for each entry, with what changed; or the one that says what is wrong. */
    static JsonObject outcome(BlueprintOutcome outcome, Instant now) {
        JsonArrayBuilder logs = Json.createArrayBuilder();
        outcome.changes().forEach(change -> logs.add(line(now, "info", sentence(change), attributes(change))));
        if (!outcome.successful()) {
            logs.add(line(now, "error", outcome.problem(), JsonValue.EMPTY_JSON_OBJECT));
        }
        return WireObject.empty().put("logs", logs.build()).put("success", outcome.successful()).build();
    }

    /** Only those entries that would change something, and whether there are any. */
    static JsonObject drift(BlueprintOutcome outcome, Instant now) {
        List<EntryChange> changing = outcome.changes().stream()
                .filter(change -> change.result() != EntryResult.UNCHANGED && change.result() != EntryResult.PASSED_OVER).toList();
        return WireObject.from(outcome(new BlueprintOutcome(changing, outcome.problem()), now)).put("drifted", !changing.isEmpty()).build();
    }

    private static String sentence(EntryChange change) {
        return "Entry " + change.number() + " (" + change.model() + "): " + change.result().wireName();
    }

    private static JsonObject attributes(EntryChange change) {
        return WireObject.empty().put("entry", change.number()).put("line", change.line()).put("model", change.model())
                .put("identifiers", change.identifiers()).put("result", change.result()).put("diff", change.diff()).build();
    }

    private static JsonObject line(Instant now, String level, String event, JsonObject attributes) {
        return WireObject.empty().put("timestamp", now).put("log_level", level).put("logger", LOGGER).put("event", event)
                .put("attributes", attributes).build();
    }
}
