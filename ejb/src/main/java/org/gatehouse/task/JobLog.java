package org.gatehouse.task;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.type.WireObject;

/** What a run of a job says while it works: each line can be read at once. Bounded; of very long runs only the latest lines stay. */
public final class JobLog {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 2_000;

    private final String job;
    private final Clock clock;
    private final Consumer<JsonArray> keeper;
    private final List<JsonObject> lines = new ArrayList<>();
    private String worst = "info";

    /** @param keeper is given all lines after each new one */
    JobLog(String job, Clock clock, Consumer<JsonArray> keeper) {
        this.job = job;
        this.clock = clock;
        this.keeper = keeper;
    }

    /** Says how far the work is, or what it has done. */
    public void info(String sentence) {
        say("info", sentence);
    }

    /** Says what somebody should look at; the run ends as a warning. */
    public void warning(String sentence) {
        worst = worst.equals("error") ? worst : "warning";
        say("warning", sentence);
    }

    /** Says what failed; the run ends as an error. */
    public void error(String sentence) {
        worst = "error";
        say("error", sentence);
    }

    private void say(String level, String sentence) {
        if (lines.size() == MOST_LINES) {
            lines.remove(0);
        }
        String shown = sentence.length() > LONGEST_LINE ? sentence.substring(0, LONGEST_LINE) + "…" : sentence;
        lines.add(line(job, level, shown, clock));
        keeper.accept(lines());
    }

    static JsonObject line(String job, String level, String sentence, Clock clock) {
        return WireObject.empty().put("timestamp", clock.instant()).put("log_level", level).put("logger", "gatehouse.job." + job)
                .put("event", sentence).put("attributes", JsonValue.EMPTY_JSON_OBJECT).build();
    }

    JsonArray lines() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        lines.forEach(all::add);
        return all.build();
    }

    /** The worst level that was used. */
    String status() {
        return worst;
    }
}
