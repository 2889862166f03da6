package org.gatehouse.web.health;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers 200 while the node can answer at all. Asks nothing else: a node that has lost its database must not be killed for it.
 */
@WebServlet(name = "LivenessServlet", urlPatterns = {"/-/health/live/", "/-/health/live"})
public class LivenessServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_OK);
    }
}
