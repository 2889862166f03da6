package org.gatehouse.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.gatehouse.web.http.CurrentSession;

/** The portal is for people who have logged in, and takes only forms that its own pages have shown to the same login. */
@WebFilter("/if/user/*")
public class PortalFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient LoginRedirect login;

    @Inject
    private transient FormToken token;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (current.user().isEmpty()) {
            login.send(request, response);
        } else if (!READING.contains(request.getMethod()) && !token.isIn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
