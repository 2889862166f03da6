package org.gatehouse.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.portal.LoginRedirect;

/**
 * The door of the console: somebody who is not logged in is sent to do so, somebody who may not manage is refused. What can be
 * done inside is decided again by {@link org.gatehouse.type.ManagedModels} each time.
 */
@WebFilter("/if/admin/*")
public class ConsoleFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient LoginRedirect login;

    @Inject
    private transient Permissions permissions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Actor actor = current.actor();
        if (!actor.isAuthenticated()) {
            login.send(request, response);
        } else if (!permissions.has(actor, SpecialPermission.ACCESS_ADMIN_INTERFACE.permission())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getServletPath().equals("/if/admin")) {
            response.sendRedirect("/if/admin/");
        } else if (request.getServletPath().equals("/if/admin/")) {
            request.getRequestDispatcher("/if/admin/index.xhtml").forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
