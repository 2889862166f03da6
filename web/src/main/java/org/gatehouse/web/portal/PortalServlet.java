package org.gatehouse.web.portal;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.web.http.CurrentSession;

/** {@code /if/user/}: shows the pages of the portal, for those whom {@link PortalFilter} lets in, and answers their forms. */
@WebServlet("/if/user/*")
public class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentSession current;

    @Inject
    @Any
    private transient Instance<PortalForm> forms;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Optional<PortalPage> page = PortalPage.at(path);
        if (page.isPresent()) {
            request.getRequestDispatcher(page.get().view()).forward(request, response);
        } else if (PortalPage.at(path + "/").isPresent()) {
            response.sendRedirect(request.getServletPath() + path + "/");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<PortalForm> form = forms.stream().filter(one -> PortalPage.at(request.getPathInfo()).filter(one.page()::equals).isPresent())
                .findFirst();
        if (form.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<String> location = form.get().submit(current.login().orElseThrow(), PortalFields.of(request)).location();
        if (location.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", location.get());
        } else {
            request.getRequestDispatcher(form.get().page().view()).forward(request, response);
        }
    }
}
