package org.gatehouse.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.event.RequestOrigin;
import org.jboss.logging.MDC;

/**
 * Puts the request id, as {@link RequestOrigin} has it, on every log line of the request: {@code %X{request_id}} in a WildFly
 * pattern formatter, a field of its own in the JSON formatter. Has to come after the filter that fills the origin.
 */
public class RequestLogFilter extends HttpFilter {

    static final String REQUEST_ID = "request_id";

    @Inject
    private transient RequestOrigin origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = origin.requestId();
        if (id.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(REQUEST_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }
}
