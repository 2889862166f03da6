package org.gatehouse.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.gatehouse.type.WireObject;

/**
 * What came of trying a policy out.
 *
 * @param verdict what it says; a "no" when it failed
 * @param log what happened on the way, for the administrator
 */
public record PolicyTrial(PolicyVerdict verdict, List<Line> log) {

    /**
     * One thing that happened.
     *
     * @param level {@code info} or {@code error}
     * @param policy the policy's name
     * @param text what happened
     */
    public record Line(Instant at, String level, String policy, String text) {

        private JsonObject toJson() {
            return WireObject.empty().put("timestamp", at).put("log_level", level).put("logger", "policies").put("event", text)
                    .put("attributes", WireObject.empty().put("policy", policy).build()).build();
        }
    }

    public PolicyTrial {
        log = List.copyOf(log);
    }

    /** The contract's form: passing, messages, log_messages. */
    public JsonObject toJson() {
        return WireObject.empty().put("passing", verdict.passing()).put("messages", verdict.messages())
                .put("log_messages", log.stream().<JsonValue>map(Line::toJson).toList()).build();
    }
}
