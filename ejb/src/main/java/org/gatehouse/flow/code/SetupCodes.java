package org.gatehouse.flow.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.limit.SendingLimits;
import org.gatehouse.limit.SendingLimits.Limit;

/** Issues and checks the codes of a run of a set-up stage. */
@ApplicationScoped
public class SetupCodes {

    /** To one destination: five seconds after the first message, then twice as long each time, and no more than eight in half an hour. */
    public static final Limit LIMIT = new Limit(8, Duration.ofMinutes(30), Duration.ofSeconds(5));

    private static final ContextKey<JsonObject> STATE = ContextKey.object("authenticator.setup_code");
    private static final int DIGITS = 6;
    private static final int MOST_ATTEMPTS = 5;

    @Inject
    private RandomKeys keys;

    @Inject
    private SendingLimits limits;

    @Inject
    private Clock clock;

    /** What a code is worth. */
    public enum Verdict {
        /** It is the one, and is used up now. */
        RIGHT,
        /** It is not. */
        WRONG,
        /** There is none to compare with: it has expired or there were too many attempts. */
        GONE
    }

    /** Where the code of this run went, or is to go. */
    public Optional<String> destination(PlanContext plan) {
        return plan.get(STATE).map(state -> state.getString("to"));
    }

    /** Notes where codes of this run go; no code exists for it yet. */
    public void address(PlanContext plan, String to) {
        plan.put(STATE, Json.createObjectBuilder().add("to", to).build());
    }

    /** Forgets where codes of this run were to go: nothing got there. */
    public void forget(PlanContext plan) {
        plan.remove(STATE);
    }

    /**
     * A new code for the destination, to be sent; one issued before counts no more.
     *
     * @param kind what the destination is, such as {@code sms}
     * @return empty when so many were sent there that the next has to wait
     */
    public Optional<String> issue(PlanContext plan, String kind, Duration validity) {
        String to = destination(plan).orElseThrow();
        if (!limits.permits("code to " + kind + ": " + to, LIMIT)) {
            return Optional.empty();
        }
        String code = keys.digits(DIGITS);
        plan.put(STATE, Json.createObjectBuilder().add("to", to).add("digest", digest(to, code)).add("attempts", 0)
                .add("expires", clock.instant().plus(validity).toEpochMilli()).build());
        return Optional.of(code);
    }

    /** Checks what the person typed, spaces aside. */
    public Verdict check(PlanContext plan, String typed) {
        JsonObject state = plan.get(STATE).orElse(JsonObject.EMPTY_JSON_OBJECT);
        if (!state.containsKey("digest") || !clock.instant().isBefore(Instant.ofEpochMilli(state.getJsonNumber("expires").longValue()))) {
            return Verdict.GONE;
        }
        if (Digests.equal(digest(state.getString("to"), typed.replaceAll("\\s", "")), state.getString("digest"))) {
            plan.remove(STATE);
            return Verdict.RIGHT;
        }
        int attempts = state.getInt("attempts") + 1;
        if (attempts >= MOST_ATTEMPTS) {
            address(plan, state.getString("to"));
            return Verdict.GONE;
        }
        plan.put(STATE, Json.createObjectBuilder(state).add("attempts", attempts).build());
        return Verdict.WRONG;
    }

    private static String digest(String to, String code) {
        return Digests.sha256("gatehouse setup code\n" + to + "\n" + code);
    }
}
