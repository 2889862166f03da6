package org.gatehouse.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.metrics.Metrics;

/** The node's numbers in Prometheus' text format, for those whom {@link MetricsAccess} permits; 401 for all others. */
@WebServlet(name = "MetricsServlet", urlPatterns = {"/-/metrics/", "/-/metrics"})
public class MetricsServlet extends HttpServlet {

    @Inject
    private transient Metrics metrics;

    @Inject
    private transient MetricsAccess access;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!access.permits(request.getHeader("Authorization"), request.getRemoteAddr(), isForwarded(request))) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(metrics.scrape());
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null
                || request.getHeader("X-Real-IP") != null || request.getHeader("Via") != null;
    }
}
