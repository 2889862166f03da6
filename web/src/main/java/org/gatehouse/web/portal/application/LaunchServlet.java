package org.gatehouse.web.portal.application;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.application.ApplicationShelf;
import org.gatehouse.application.LaunchableApplications;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.web.error.MessagePage;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.page.PageAddress;
import org.gatehouse.web.portal.LoginRedirect;

/** {@code /application/launch/{slug}/}: logs in, asks the application's policies, and sends the user there. */
@WebServlet("/application/launch/*")
public class LaunchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([-A-Za-z0-9_]{1,200})/?");

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient LoginRedirect login;

    @Inject
    private transient LoginGate gate;

    @Inject
    private transient ApplicationRepository applications;

    @Inject
    private transient ApplicationAccess access;

    @Inject
    private transient LaunchableApplications launchable;

    @Inject
    private transient ApplicationShelf shelves;

    @Inject
    private transient MessagePage messages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<User> user = current.user();
        if (user.isEmpty()) {
            login.send(request, response);
            return;
        }
        Optional<Application> application = path.matches() ? applications.findBySlug(path.group(1)) : Optional.empty();
        if (application.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        launch(application.get(), user.get(), request, response);
    }

    private void launch(Application application, User user, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!permits(application, user)) {
            messages.show(HttpServletResponse.SC_FORBIDDEN, "launch.denied.title", "launch.denied.message", request, response);
            return;
        }
        Optional<String> target = PageAddress.link(launchable.launchUrl(application, user));
        if (target.isEmpty()) {
            messages.show(HttpServletResponse.SC_NOT_FOUND, "launch.nowhere.title", "launch.nowhere.message", request, response);
            return;
        }
        shelves.noteOpened(user, application);
        response.sendRedirect(target.get());
    }

    private boolean permits(Application application, User user) {
        try {
            PolicyVerdict verdict = access.decide(GuardedApplication.of(application), gate.admit(user.getId()), Map.of());
            return verdict.passing();
        } catch (LoginRefused refused) {
            return false;
        }
    }
}
