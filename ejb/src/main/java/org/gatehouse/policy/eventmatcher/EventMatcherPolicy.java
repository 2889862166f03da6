package org.gatehouse.policy.eventmatcher;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Passes when the {@code event} of the context is of the kind that is looked for: everything that is set has to fit. */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "event_matcher", model = "authentik_policies_event_matcher.eventmatcherpolicy",
        component = "ak-policy-event-matcher-form")
public class EventMatcherPolicy implements PolicyType<EventMatcherPolicySettings> {

    /** How other products of the contract's family name their parts. */
    private static final String PREFIX = "authentik.";

    @Override
    public EventMatcherPolicySettings complete(EventMatcherPolicySettings settings) {
        return settings.withoutBlanks();
    }

    @Override
    public void check(EventMatcherPolicySettings settings, FieldProblems problems) {
        if (Stream.of(settings.action(), settings.clientIp(), settings.app(), settings.model(), settings.query()).allMatch(one -> one == null)) {
            problems.add(FieldProblems.GENERAL, "At least one of the criteria must be set.");
        }
        if (settings.query() != null) {
            try {
                EventQuery.parse(settings.query());
            } catch (IllegalArgumentException malformed) {
                problems.add("query", malformed.getMessage());
            }
        }
    }

    @Override
    public PolicyVerdict decide(PolicyRequest request, EventMatcherPolicySettings settings) {
        if (!(request.context().get("event") instanceof Map<?, ?> map)) {
            return PolicyVerdict.deny("There is no event to look at.");
        }
        EventFields event = new EventFields(map);
        boolean matches = (settings.action() == null || settings.action().matches(event.text("action")))
                && (settings.clientIp() == null || settings.clientIp().equals(event.text("client_ip")))
                && (settings.app() == null || withoutPrefix(settings.app()).equals(withoutPrefix(event.text("app"))))
                && (settings.model() == null || settings.model().equals(modelOf(event)))
                && (settings.query() == null || EventQuery.parse(settings.query()).matches(event));
        return matches ? PolicyVerdict.pass() : PolicyVerdict.deny();
    }

    private static String withoutPrefix(String app) {
        return app.startsWith(PREFIX) ? app.substring(PREFIX.length()) : app;
    }

    private static String modelOf(EventFields event) {
        return event.text("context.model.app") + "." + event.text("context.model.model_name");
    }

    @Override
    public boolean logsExecution(EventMatcherPolicySettings settings) {
        return settings.executionLogging();
    }
}
