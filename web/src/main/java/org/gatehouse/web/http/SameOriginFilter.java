package org.gatehouse.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.gatehouse.event.RequestOrigin;

/**
 * Refuses changes that another site's page makes a browser ask for (CSRF), for everything that trusts cookies: API, flows,
 * portal, console. Browsers say where such a request comes from and pages cannot change that; programs say nothing and pass.
 * Protocol endpoints are meant to be called from elsewhere and have defences of their own.
 */
public class SameOriginFilter extends HttpFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> GUARDED = List.of("/api/", "/if/", "/flows/");

    @Inject
    private transient RequestOrigin origin;

    @Inject
    private transient BrowserCookies cookies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The path the container has decoded and chooses the servlet by; the raw one could be spelled /%69f/.
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean guarded = GUARDED.stream().anyMatch(path::startsWith) && !SAFE_METHODS.contains(request.getMethod());
        // A request that brings a token and no cookie is nothing a foreign page could have made a browser send.
        boolean tokenOnly = request.getHeader("Authorization") != null && cookies.sessionKey(request).isEmpty();
        if (!guarded || tokenOnly || isOwn(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"), origin.baseUrl())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/json");
        response.getWriter().write("{\"detail\":\"CSRF Failed: the request comes from another site.\"}");
    }

    /** Whether what the browser says about the origin of a request fits; {@code Origin: null} is somebody else's. */
    static boolean isOwn(String originHeader, String fetchSite, String baseUrl) {
        return (originHeader == null || originHeader.equals(baseUrl))
                && (fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none"));
    }
}
