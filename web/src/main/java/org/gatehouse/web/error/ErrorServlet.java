package org.gatehouse.web.error;

import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the container leads what it answers itself, {@code web.xml}: people get {@code /error/page.xhtml}, callers of the API
 * {@code {"detail": …}}. The status is already set.
 */
@WebServlet("/error/show")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> DETAILS = Map.of(400, "Bad request.", 403, "Permission denied.", 404, "Not found.",
            405, "Method not allowed.", 413, "The request is too large.", 415, "Unsupported media type.");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked != null && asked.toString().startsWith("/api/")) {
            detail(request, response);
        } else {
            request.getRequestDispatcher("/error/page.xhtml").forward(request, response);
        }
    }

    private static void detail(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String detail = DETAILS.getOrDefault(status, "Internal server error.");
        response.setContentType("application/json");
        response.getOutputStream().write(Json.createObjectBuilder().add("detail", detail).build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
