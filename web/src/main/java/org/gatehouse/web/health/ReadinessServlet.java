package org.gatehouse.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.health.HealthChecks;
import org.gatehouse.health.HealthReport;

/** Answers 200 when the node can serve logins, 503 when not, both with the state of each part as JSON. */
@WebServlet(name = "ReadinessServlet", urlPatterns = {"/-/health/ready/", "/-/health/ready"})
public class ReadinessServlet extends HttpServlet {

    @Inject
    private transient HealthChecks checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthReport report = checks.ask();
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(report.isReady() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json(report).toString());
    }

    private static JsonObject json(HealthReport report) {
        JsonObjectBuilder checks = Json.createObjectBuilder();
        report.checks().forEach((name, well) -> checks.add(name, well ? "ok" : "unavailable"));
        return Json.createObjectBuilder().add("ready", report.isReady()).add("checks", checks).build();
    }
}
