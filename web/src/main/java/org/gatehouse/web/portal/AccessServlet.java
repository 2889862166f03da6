package org.gatehouse.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.issued.HeldAccess;
import org.gatehouse.web.http.CurrentSession;

/** {@code /if/user/access/}: what applications may do for the user. A POST takes everything back that one of them has got. */
@WebServlet("/if/user/access/*")
public class AccessServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/if/user/access/";

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient HeldAccess held;

    @Inject
    private transient LoginRedirect login;

    @Inject
    private transient FormToken token;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (request.getPathInfo() == null) {
            response.sendRedirect(PAGE);
        } else if (!request.getPathInfo().equals("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (current.user().isEmpty()) {
            login.send(request, response);
        } else {
            request.getRequestDispatcher("/portal/access.xhtml").forward(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<User> user = current.user();
        if (user.isEmpty()) {
            login.send(request, response);
        } else if (!"/".equals(request.getPathInfo()) || !token.isIn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            String application = request.getParameter("application");
            held.revoke(current.actor(), user.get().getId(), application == null ? "" : application);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", PAGE + "?done=revoked");
        }
    }
}
