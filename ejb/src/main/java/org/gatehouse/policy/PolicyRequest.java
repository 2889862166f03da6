package org.gatehouse.policy;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.directory.User;

/**
 * What a policy decides about.
 *
 * @param user who; empty before anybody has been identified
 * @param clientIp the browser's address, or empty outside of a request
 * @param userAgent the browser's own description
 * @param context what is known at this point, as values the expression language can read (text, numbers, booleans, lists, maps);
 *     in a flow the plan context by its contract names ({@code pending_user}, {@code prompt_data}, {@code application} …)
 */
public record PolicyRequest(Optional<User> user, Optional<String> clientIp, String userAgent, Map<String, Object> context) {

    public PolicyRequest {
        context = Map.copyOf(context);
    }

    /** This request with one more fact. */
    public PolicyRequest with(String key, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(context);
        more.put(key, value);
        return new PolicyRequest(user, clientIp, userAgent, more);
    }
}
