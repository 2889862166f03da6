package org.gatehouse.flow;

import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;

/** Runs flows: one step of one browser at a time. */
@Stateless
public class FlowExecutor {

    /** What the browser is to see now; starts the flow when the browser has no plan of it. */
    public FlowView open(FlowVisit visit) {
        throw new UnsupportedOperationException();
    }

    /** Takes the browser's answer to the current challenge. */
    public FlowView advance(FlowVisit visit, JsonObject answer) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #advance(FlowVisit, JsonObject)} for an HTML form, which has to bring the step's own value. */
    public FlowView advance(FlowVisit visit, JsonObject answer, String step) {
        throw new UnsupportedOperationException();
    }

    /** Forgets the plan and starts the flow over. */
    public FlowView cancel(FlowVisit visit) {
        throw new UnsupportedOperationException();
    }
}
