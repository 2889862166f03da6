package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.provider.oauth2.logout.EndSessionEndpoint;
import org.gatehouse.provider.oauth2.logout.SharedEndSession;
import org.gatehouse.provider.oauth2.metadata.KeySetEndpoint;
import org.gatehouse.provider.oauth2.metadata.MetadataEndpoint;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.web.flow.FlowLanguage;
import org.gatehouse.web.http.BrowserCookies;

/** The endpoints that the clients of the shared issuer have in common instead of each for itself: metadata, keys, logout. */
@WebServlet({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", SharedIssuerServlet.KEYS,
        SharedIssuerServlet.LOGOUT})
public class SharedIssuerServlet extends HttpServlet {

    static final String KEYS = "/application/o/jwks/";
    static final String LOGOUT = "/application/o/end-session/";

    @Inject
    private transient MetadataEndpoint metadata;

    @Inject
    private transient KeySetEndpoint keys;

    @Inject
    private transient EndSessionEndpoint logout;

    @Inject
    private transient SharedEndSession shared;

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

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        switch (request.getServletPath()) {
            case LOGOUT -> answers.showing(request, response, () -> endSession(request, response));
            case KEYS -> answers.answering(response, () -> publish(response, keys.shared()));
            default -> answers.answering(response, () -> publish(response, metadata.shared().map(Object::toString)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getServletPath().equals(LOGOUT)) {
            doGet(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "GET, OPTIONS");
    }

    private void publish(HttpServletResponse response, Optional<String> document) throws IOException {
        crossOrigin.allowAll(response);
        answers.write(response, document.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND,
                document.orElse("{\"error\":\"not_found\"}"));
    }

    private void endSession(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestParameters parameters = answers.parameters(request);
        Optional<FlowStart> flow = shared.application(parameters).flatMap(slug -> logout.handle(slug, parameters));
        flow.ifPresent(start -> language.choose(start.context().get(ContextKeys.UI_LOCALES), response));
        response.sendRedirect(flows.start(cookies.browserKey(request, response), flow.orElseGet(shared::anonymous)));
    }
}
