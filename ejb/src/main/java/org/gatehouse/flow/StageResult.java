package org.gatehouse.flow;

import java.util.function.Function;
import org.gatehouse.type.FieldProblems;

/** What a stage decided. A closed set: only {@link FlowExecutor} interprets it, through {@link #fold}. */
public sealed interface StageResult {

    /** Ask the browser. */
    record Show(Challenge challenge) implements StageResult {
    }

    /** The answer is not acceptable; what follows is the binding's invalid-response action. */
    record Invalid(FieldProblems problems) implements StageResult {
    }

    /** This stage is done. */
    record Next() implements StageResult {
    }

    /** Refuse the flow, with a message for the person (empty: a general one). */
    record Deny(String message) implements StageResult {
    }

    /**
     * Leave the flow for a URL at once; the plan is over.
     *
     * @param to an absolute URL or a path, already checked by the stage
     */
    record Leave(String to) implements StageResult {
    }

    static StageResult show(Challenge challenge) {
        return new Show(challenge);
    }

    static StageResult next() {
        return new Next();
    }

    static StageResult deny(String message) {
        return new Deny(message);
    }

    static StageResult invalid(String field, String message) {
        return new Invalid(new FieldProblems().add(field, message));
    }

    static StageResult leave(String to) {
        return new Leave(to);
    }

    /** Handles every case. */
    default <T> T fold(Function<Show, T> show, Function<Invalid, T> invalid, Function<Next, T> next, Function<Deny, T> deny,
            Function<Leave, T> leave) {
        if (this instanceof Show s) {
            return show.apply(s);
        }
        if (this instanceof Invalid i) {
            return invalid.apply(i);
        }
        if (this instanceof Next n) {
            return next.apply(n);
        }
        return this instanceof Deny d ? deny.apply(d) : leave.apply((Leave) this);
    }
}
