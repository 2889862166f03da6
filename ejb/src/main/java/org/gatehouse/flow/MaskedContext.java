package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.gatehouse.event.SecretMask;

/** A plan's context as it may be shown: what has the name or the form of a secret is replaced. */
final class MaskedContext {

    private MaskedContext() {
    }

    /** The context, with what policies have decided so far as {@code policy_decisions}, and why a plan was refused. */
    static JsonObject of(FlowPlan plan) {
        JsonArrayBuilder decisions = Json.createArrayBuilder();
        plan.history().decisions().forEach(decision -> decisions.add(decision.toJson()));
        return Json.createObjectBuilder(SecretMask.mask(plan.context().toJson())).add("policy_decisions", decisions)
                .add("refused", plan.isRefused()).add("refusal", plan.refusal()).build();
    }
}
