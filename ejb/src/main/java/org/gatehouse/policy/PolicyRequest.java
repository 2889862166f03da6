package org.gatehouse.policy;

import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.User;

/**
 * What a policy decides about.
 *
 * @param user who; empty before anybody has been identified
 * @param clientIp the browser's address, or empty outside of a request
 * @param userAgent the browser's own description
 * @param context what is known at this point, as values the expression language can read (text, numbers, booleans, lists, maps);
 *     in a flow the plan context by its contract names ({@code pending_user}, {@code prompt_data}, {@code application} …)
 * @param groups the user's effective groups; {@link PolicyEngine} fills them in before a policy is asked, unless the caller has
 */
public record PolicyRequest(Optional<User> user, Optional<String> clientIp, String userAgent, Map<String, Object> context,
        List<Group> groups) {

    public PolicyRequest {
        context = Map.copyOf(context);
        groups = List.copyOf(groups);
    }

    public PolicyRequest(Optional<User> user, Optional<String> clientIp, String userAgent, Map<String, Object> context) {
        this(user, clientIp, userAgent, context, List.of());
    }

    /** This request with one more fact. */
    public PolicyRequest with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(context);
        more.put(key, value);
        return new PolicyRequest(user, clientIp, userAgent, more, groups);
    }

    /** This request with the user's effective groups, that is including the ancestors of those the user is in. */
    public PolicyRequest withGroups(List<Group> effective) {
        return new PolicyRequest(user, clientIp, userAgent, context, effective);
    }

    /**
     * What was typed into a field of the flow's prompts ({@code prompt_data}), else the fact of that name. For policies on passwords;
     * never to be logged.
     */
    public Optional<String> prompted(String field) {
        Object typed = context.get("prompt_data") instanceof Map<?, ?> data && data.get(field) != null ? data.get(field) : context.get(field);
        if (typed instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        return typed instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Without the context: it may hold a password. */
    @Override
    public String toString() {
        return "PolicyRequest[" + user.map(User::getUsername).orElse("nobody") + "]";
    }

    /** The user as the one an event is about. */
    Actor actor() {
        return user.map(one -> Actor.of(one, false)).orElseGet(Actor::anonymous);
    }
}
