package org.gatehouse.web.portal;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.authenticator.DeviceDirectory;
import org.gatehouse.authenticator.DeviceDirectory.Scope;
import org.gatehouse.model.WireName;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.CurrentSession;

/**
 * The user's own devices, {@code /if/user/security/}. A POST renames or deletes one; {@code ?delete=} and {@code ?rename=} show the
 * page with the question for that one open, so that it works without script.
 */
@WebServlet("/if/user/security/*")
public class SecurityServlet extends HttpServlet {

    static final String PAGE = "/if/user/security/";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient DeviceDirectory devices;

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
            request.getRequestDispatcher("/portal/security.xhtml").forward(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (current.user().isEmpty()) {
            login.send(request, response);
        } else if (!"/".equals(request.getPathInfo()) || !token.isIn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", PAGE + change(request));
        }
    }

    /** Does what the form asks for; a device of somebody else is treated like one that is gone. Returns what the page is to say. */
    private String change(HttpServletRequest request) {
        Optional<DeviceClass> deviceClass = WireName.find(DeviceClass.class, parameter(request, "class"));
        String key = parameter(request, "device");
        try {
            if (deviceClass.isPresent() && request.getParameter("rename") != null) {
                devices.rename(current.actor(), Scope.OWN, deviceClass.get(), key,
                        Json.createObjectBuilder().add("name", parameter(request, "name")).build());
                return "?done=renamed";
            }
            if (deviceClass.isPresent() && request.getParameter("delete") != null) {
                devices.delete(current.actor(), Scope.OWN, deviceClass.get(), key);
                return "?done=deleted";
            }
            return "";
        } catch (ObjectNotFound gone) {
            return "";
        } catch (InvalidInput refused) {
            return "?rename=" + (key.matches("[0-9]{1,18}") ? key : "");
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
