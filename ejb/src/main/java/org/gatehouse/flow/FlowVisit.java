package org.gatehouse.flow;

import java.util.Map;
import java.util.Optional;

/**
 * One request of a browser to a flow.
 *
 * @param slug the flow
 * @param browser the browser's own unguessable key (a cookie); plans of one browser are invisible to every other
 * @param execution which of the browser's plans of this flow; empty for the one that was started without saying
 * @param query the flow page's query parameters, first value each
 * @param sessionKey the browser's session key, if it has one
 */
public record FlowVisit(String slug, String browser, Optional<String> execution, Map<String, String> query,
        Optional<String> sessionKey) {

    public FlowVisit {
        query = Map.copyOf(query);
    }

    /** This visit to another execution. */
    FlowVisit in(String otherExecution) {
        return new FlowVisit(slug, browser, Optional.of(otherExecution), query, sessionKey);
    }

    @Override
    public String toString() {
        return "FlowVisit[" + slug + "]";
    }
}
