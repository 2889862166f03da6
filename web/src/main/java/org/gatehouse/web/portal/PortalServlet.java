package org.gatehouse.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.Sessions;
import org.gatehouse.web.http.CurrentSession;

/**
 * The user portal: {@code /if/user/} shows the applications, {@code /if/user/sessions/} the user's own logins; a POST there
 * ends one of them, or all others.
 */
@WebServlet("/if/user/*")
public class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SESSIONS = "/sessions/";

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient LoginRedirect login;

    @Inject
    private transient FormToken token;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.isEmpty() || path.equals("/sessions")) {
            response.sendRedirect(request.getServletPath() + path + "/");
        } else if (!path.equals("/") && !path.equals(SESSIONS)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (current.user().isEmpty()) {
            login.send(request, response);
        } else {
            String page = path.equals(SESSIONS) ? "/portal/sessions.xhtml" : "/portal/applications.xhtml";
            request.getRequestDispatcher(page).forward(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<User> user = current.user();
        if (user.isEmpty()) {
            login.send(request, response);
        } else if (!SESSIONS.equals(request.getPathInfo()) || !token.isIn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            end(user.get(), request.getParameter("session"));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/if/user/sessions/");
        }
    }

    /** Ends one of the user's own logins; one of somebody else is treated like one that has ended already. */
    private void end(User user, String which) {
        if ("others".equals(which)) {
            sessions.endAll(user.getId(), current.session().map(LiveSession::id));
            return;
        }
        sessions.of(user.getId()).stream().map(row -> row.getId()).filter(id -> isNamed(id, which)).forEach(sessions::end);
    }

    private static boolean isNamed(UUID id, String which) {
        return id.toString().equals(which);
    }
}
