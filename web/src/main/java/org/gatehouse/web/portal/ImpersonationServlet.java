package org.gatehouse.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.session.impersonation.Impersonations;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.CurrentSession;

/**
 * The forms around acting as another user: {@code begin} from the console's page of a user, {@code end} from the banner that every
 * page has meanwhile. They work without script.
 */
@WebServlet("/if/impersonation/*")
public class ImpersonationServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Impersonations impersonations;

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient BrowserCookies cookies;

    @Inject
    private transient FormToken token;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (current.login().isEmpty()) {
            see(response, "/if/user/");
        } else if (!token.isIn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if ("/begin".equals(request.getPathInfo())) {
            begin(request, response);
        } else if ("/end".equals(request.getPathInfo())) {
            end(response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = parameter(request, "user");
        try {
            cookies.logIn(impersonations.begin(current.actor(), current.login(), user, parameter(request, "reason")), response);
            see(response, "/if/user/");
        } catch (AccessDenied | ObjectNotFound refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (InvalidInput refused) {
            see(response, "/if/admin/object.xhtml?model=authentik_core.user&key=" + (user.matches("[0-9]{1,18}") ? user : "") + "&impersonation=refused#impersonation");
        }
    }

    private void end(HttpServletResponse response) {
        try {
            long user = current.login().orElseThrow().session().userId();
            Optional.of(current.login().orElseThrow()).flatMap(impersonations::end)
                    .ifPresentOrElse(opened -> cookies.logIn(opened, response), () -> cookies.logOut(response));
            see(response, "/if/admin/object.xhtml?model=authentik_core.user&key=" + user);
        } catch (InvalidInput none) {
            see(response, "/if/user/");
        }
    }

    private static void see(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
