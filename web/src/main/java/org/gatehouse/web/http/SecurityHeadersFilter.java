package org.gatehouse.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.gatehouse.event.RequestOrigin;

/**
 * Tells browsers what pages of Gatehouse never do: run inline script, be framed, leak addresses, be cached. A response that
 * needs something else (the form that posts to a relying party) replaces the header itself.
 */
public class SecurityHeadersFilter extends HttpFilter {

    @Inject
    private transient RequestOrigin origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        PagePolicy policy = PagePolicy.of(path);
        response.setHeader("Content-Security-Policy", policy.header());
        if (!policy.mayBeFramed()) {
            response.setHeader("X-Frame-Options", "DENY");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (origin.baseUrl().startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isStatic(path)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new OnePolicy(response));
    }

    /** Of two policies a browser obeys both; a page that adds its own (Faces adds one with its nonce) means to replace ours. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if ("Content-Security-Policy".equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/static/") || path.contains("/jakarta.faces.resource/");
    }
}
