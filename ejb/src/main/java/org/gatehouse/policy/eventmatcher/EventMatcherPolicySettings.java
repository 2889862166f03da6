package org.gatehouse.policy.eventmatcher;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.gatehouse.type.Default;

/**
 * The settings of an event matcher policy; what is left out matches every event.
 *
 * @param executionLogging whether each decision leaves an event
 * @param action what happened
 * @param clientIp the browser's address, exactly
 * @param app the part of the product it happened in, such as {@code authentik.stages.password}
 * @param model the kind of object it is about, such as {@code authentik_core.user}
 * @param query a question about the event's fields; see {@link EventQuery}
 */
public record EventMatcherPolicySettings(
        @Default("false") boolean executionLogging,
        MatchedAction action,
        String clientIp,
        @Pattern(regexp = "[a-z0-9_.]*") String app,
        @Pattern(regexp = "([a-z0-9_]+\\.[a-z0-9_]+)?") String model,
        @Size(max = 2000) String query) {

    /** Nothing typed is nothing set. */
    EventMatcherPolicySettings withoutBlanks() {
        return new EventMatcherPolicySettings(executionLogging, action, unlessBlank(clientIp), unlessBlank(app), unlessBlank(model),
                unlessBlank(query));
    }

    private static String unlessBlank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
