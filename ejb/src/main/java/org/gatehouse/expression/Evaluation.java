package org.gatehouse.expression;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One run of an expression: what it asks for is collected here, and what it may ask of the installation is counted. */
final class Evaluation {

    private static final ThreadLocal<Evaluation> CURRENT = new ThreadLocal<>();

    private static final int MAX_MESSAGES = 20;
    private static final int MAX_MESSAGE_LENGTH = 1_000;
    private static final int MAX_FACTS = 50;
    private static final int MAX_EVENTS = 5;
    private static final int MAX_LOOKUPS = 10;
    private static final int MAX_JSON = 10_000;
    private static final Pattern ACTION = Pattern.compile("[a-z0-9_]{1,40}");

    private final Clock clock;
    private final List<String> messages = new ArrayList<>();
    private final Map<String, JsonValue> facts = new LinkedHashMap<>();
    private final List<ExpressionEvent> events = new ArrayList<>();
    private int lookups;
    private Instant now;

    Evaluation(Clock clock) {
        this.clock = clock;
    }

    /** The run on this thread: functions are called with their arguments only. */
    static Evaluation current() {
        return CURRENT.get();
    }

    <T> T during(Supplier<T> run) {
        CURRENT.set(this);
        try {
            return run.get();
        } finally {
            CURRENT.remove();
        }
    }

    ExpressionResult result(Object value) {
        return new ExpressionResult(value, messages, facts, events);
    }

    /** The same moment in the whole expression. */
    Instant now() {
        if (now == null) {
            now = clock.instant();
        }
        return now;
    }

    boolean message(String text) {
        if (messages.size() < MAX_MESSAGES) {
            messages.add(text.substring(0, Math.min(text.length(), MAX_MESSAGE_LENGTH)));
        }
        return false;
    }

    boolean setFact(String name, Object value) {
        JsonValue json = bounded(ExpressionValues.json(ExpressionValues.out(value)));
        ContextFacts.require(name, json);
        if (facts.size() >= MAX_FACTS && !facts.containsKey(name)) {
            throw new EvaluationStopped("it sets too many facts");
        }
        facts.put(name, json);
        return true;
    }

    boolean createEvent(String action, Object data) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("the action of an event has at most 40 small letters, digits and underscores");
        }
        if (events.size() >= MAX_EVENTS) {
            throw new EvaluationStopped("it creates too many events");
        }
        JsonObject json = bounded(ExpressionValues.json(ExpressionValues.out(data))).asJsonObject();
        events.add(new ExpressionEvent("custom_" + action, json));
        return true;
    }

    /** Each lookup is a query or two. */
    void countLookup() {
        if (++lookups > MAX_LOOKUPS) {
            throw new EvaluationStopped("it looks up too much");
        }
    }

    private static JsonValue bounded(JsonValue value) {
        if (value.toString().length() > MAX_JSON) {
            throw new EvaluationStopped("a value that it leaves is too large");
        }
        return value;
    }
}
