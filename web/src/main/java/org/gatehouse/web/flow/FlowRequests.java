package org.gatehouse.web.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.web.http.BrowserCookies;

/** Makes the visit that a request is. */
@ApplicationScoped
public class FlowRequests {

    @Inject
    private BrowserCookies cookies;

    /**
     * The visit; a browser without a key gets one with the response.
     *
     * @param query the flow page's query parameters, among them {@code execution}
     */
    public FlowVisit visit(String slug, Map<String, String> query, HttpServletRequest request, HttpServletResponse response) {
        cookies.recall(request);
        return new FlowVisit(slug, cookies.browserKey(request, response),
                Optional.ofNullable(query.get("execution")).filter(id -> !id.isEmpty()), query, cookies.sessionKey(request));
    }
}
