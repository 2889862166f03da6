package org.gatehouse.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.policy.PolicyBinding;

/** Leaves the events of policy evaluation. An event that cannot be written never changes a verdict. */
@ApplicationScoped
public class PolicyEvents {

    private static final Logger LOG = Logger.getLogger(PolicyEvents.class.getName());
    private static final int MAX_MESSAGE = 500;

    @Inject
    private Events events;

    public PolicyEvents() {
    }

    PolicyEvents(Events events) {
        this.events = events;
    }

    /** A binding could not be evaluated. */
    public void failed(PolicyBinding binding, PolicyRequest request, Throwable cause) {
        LOG.log(Level.WARNING, cause, () -> "Policy " + nameOf(binding) + " failed on " + binding.getTargetId());
        record(EventDraft.of(EventAction.POLICY_EXCEPTION, "policies", request.actor())
                .with("message", describe(cause))
                .with("binding", describe(binding))
                .with("policy", policyOf(binding)));
    }

    /** A target could not be decided on at all. */
    public void failed(UUID target, PolicyRequest request, Throwable cause) {
        LOG.log(Level.WARNING, cause, () -> "The policies of " + target + " cannot be evaluated");
        record(EventDraft.of(EventAction.POLICY_EXCEPTION, "policies", request.actor())
                .with("message", describe(cause))
                .with("binding", Json.createObjectBuilder().add("target", target.toString()).build()));
    }

    /** A policy that asks for it was evaluated. */
    public void executed(PolicyBinding binding, PolicyRequest request, PolicyVerdict verdict) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        verdict.messages().forEach(messages::add);
        JsonObject result = Json.createObjectBuilder().add("passing", verdict.passing()).add("messages", messages).build();
        recordWithin(EventDraft.of(EventAction.POLICY_EXECUTION, "policies", request.actor())
                .with("result", result)
                .with("binding", describe(binding))
                .with("policy", policyOf(binding)));
    }

    /**
     * Outlives the caller's transaction, as an evaluation that fails ends in a refusal, often a rolled back one; and later, because the
     * caller holds a connection and must not wait for another.
     */
    private void record(EventDraft draft) {
        keep(() -> events.recordLater(draft));
    }

    /** In the caller's transaction: ordinary traffic must not need two connections at once. */
    private void recordWithin(EventDraft draft) {
        keep(() -> events.recordWithin(draft));
    }

    private static void keep(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException unwritten) {
            LOG.log(Level.SEVERE, "A policy event cannot be written", unwritten);
        }
    }

    private static String nameOf(PolicyBinding binding) {
        return binding.getPolicy() == null ? "binding " + binding.getId() : binding.getPolicy().getName();
    }

    private static String describe(Throwable cause) {
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
    }

    private static JsonObject describe(PolicyBinding binding) {
        return Json.createObjectBuilder()
                .add("pk", binding.getId().toString())
                .add("target", binding.getTargetId() == null ? "" : binding.getTargetId().toString())
                .add("order", binding.getPosition())
                .build();
    }

    private static JsonValue policyOf(PolicyBinding binding) {
        if (binding.getPolicy() == null) {
            return JsonValue.NULL;
        }
        JsonObjectBuilder policy = Json.createObjectBuilder().add("pk", binding.getPolicy().getId().toString())
                .add("name", binding.getPolicy().getName());
        return policy.add("type", binding.getPolicy().getType()).build();
    }
}
