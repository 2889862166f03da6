package org.gatehouse.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of flow pages. */
public final class FlowAddress {

    private FlowAddress() {
    }

    /**
     * The path of a flow's page.
     *
     * @param execution the plan, or empty for the browser's own
     * @param next where to go afterwards if the plan does not know (any more)
     */
    public static String of(String slug, String execution, Optional<String> next) {
        StringBuilder address = new StringBuilder("/if/flow/").append(encode(slug)).append('/');
        char separator = '?';
        if (!execution.isEmpty()) {
            address.append(separator).append("execution=").append(encode(execution));
            separator = '&';
        }
        if (next.isPresent()) {
            address.append(separator).append("next=").append(encode(next.get()));
        }
        return address.toString();
    }

    /** A value for a query string or path segment. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
