package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.provider.oauth2.logout.EndSessionEndpoint;
import org.gatehouse.provider.oauth2.metadata.KeySetEndpoint;
import org.gatehouse.provider.oauth2.metadata.MetadataEndpoint;
import org.gatehouse.provider.oauth2.status.StatusLists;
import org.gatehouse.web.flow.FlowLanguage;
import org.gatehouse.web.http.BrowserCookies;

/** The endpoints that each application has for itself: metadata, keys, logout, registration. */
@WebServlet("/application/o/*")
public class ClientServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{1,255})/"
            + "(\\.well-known/openid-configuration|\\.well-known/oauth-authorization-server|jwks/|end-session/|status-lists/|status-list/[0-9]{1,12}/)");

    @Inject
    private transient MetadataEndpoint metadata;

    @Inject
    private transient KeySetEndpoint keys;

    @Inject
    private transient EndSessionEndpoint logout;

    @Inject
    private transient StatusLists statusLists;

    @Inject
    private transient FlowLauncher flows;

    @Inject
    private transient BrowserCookies cookies;

    @Inject
    private transient FlowLanguage language;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Inject
    private transient OAuthAnswers answers;

    @Inject
    private transient RegistrationAnswers registration;

    /** Registration has methods of its own. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (registration.isFor(request)) {
            registration.answer(request, response);
        } else {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.group(2).equals("end-session/")) {
            answers.showing(request, response, () -> endSession(path.group(1), request, response));
        } else if (path.group(2).startsWith("status-list/")) {
            answers.answering(response, () -> statusList(path.group(1), Long.parseLong(path.group(2).split("/")[1]), response));
        } else {
            answers.answering(response, () -> publish(path.group(1), path.group(2), response));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getPathInfo() != null && request.getPathInfo().endsWith("/end-session/")) {
            doGet(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "GET, OPTIONS");
    }

    private void statusList(String slug, long number, HttpServletResponse response) throws IOException {
        Optional<String> list = statusLists.publish(slug, number);
        crossOrigin.allowAll(response);
        if (list.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=" + StatusLists.FRESH.toSeconds());
        response.setContentType(StatusLists.MEDIA_TYPE);
        response.getOutputStream().write(list.get().getBytes(StandardCharsets.US_ASCII));
    }

    private void publish(String slug, String what, HttpServletResponse response) throws IOException {
        Optional<String> document = switch (what) {
            case "jwks/" -> keys.jwks(slug);
            case "status-lists/" -> statusLists.aggregation(slug).map(Object::toString);
            default -> metadata.metadata(slug).map(Object::toString);
        };
        crossOrigin.allowAll(response);
        if (document.isEmpty()) {
            answers.write(response, HttpServletResponse.SC_NOT_FOUND, "{\"error\":\"not_found\"}");
        } else {
            answers.write(response, HttpServletResponse.SC_OK, document.get());
        }
    }

    private void endSession(String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<FlowStart> flow = logout.handle(slug, answers.parameters(request));
        if (flow.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            language.choose(flow.get().context().get(ContextKeys.UI_LOCALES), response);
            response.sendRedirect(flows.start(cookies.browserKey(request, response), flow.get()));
        }
    }
}
