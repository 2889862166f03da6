package org.gatehouse.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses forms and queries that the container cannot read, such as ones with too many fields or a broken encoding, with 400. It reads
 * them before anything else does: later the failure would come out of whatever asks for a parameter first, and once more out of the error
 * page.
 */
public class FormFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Where programs ask that read errors as RFC 6749 section 5.2 has them. */
    private static final String PROTOCOL = "/application/o/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        if (request.getRequestURI().startsWith(PROTOCOL)) {
            response.setContentType("application/json");
            response.getWriter().write("{\"error\":\"invalid_request\",\"error_description\":\"The parameters cannot be read.\"}");
        } else {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("Bad Request: the form cannot be read.\n");
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        String type = request.getContentType();
        boolean form = type != null && type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
        if (!form && (request.getQueryString() == null || type != null && type.regionMatches(true, 0, "multipart/", 0, 10))) {
            return true;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
