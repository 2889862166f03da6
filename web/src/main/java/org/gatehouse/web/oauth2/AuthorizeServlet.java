package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.provider.oauth2.authorize.AuthorizationEndpoint;
import org.gatehouse.provider.oauth2.authorize.AuthorizationStep;
import org.gatehouse.web.flow.FlowLanguage;
import org.gatehouse.web.http.BrowserCookies;

/** The authorization endpoint (RFC 6749 section 3.1), also where clients of GitHub look for it. */
@WebServlet({"/application/o/authorize/", "/login/oauth/authorize"})
public class AuthorizeServlet extends HttpServlet {

    @Inject
    private transient AuthorizationEndpoint endpoint;

    @Inject
    private transient FlowLauncher flows;

    @Inject
    private transient BrowserCookies cookies;

    @Inject
    private transient FlowLanguage language;

    @Inject
    private transient AuthorizationResponseWriter writer;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.showing(request, response, () -> step(request, response,
                endpoint.handle(answers.authorizationRequest(request), cookies.sessionKey(request))).run());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        doGet(request, response);
    }

    private OAuthAnswers.Work step(HttpServletRequest request, HttpServletResponse response, AuthorizationStep next) {
        return next.<OAuthAnswers.Work>fold(
                login -> () -> response.sendRedirect(withHint(launch(request, response, login.flow()), login)),
                consent -> () -> response.sendRedirect(launch(request, response, consent.flow())),
                issue -> () -> writer.write(issue.response(), request, response),
                refuse -> () -> writer.write(refuse.response(), request, response),
                forbid -> () -> answers.page(request, response, HttpServletResponse.SC_FORBIDDEN, answers.text(request, "launch.denied.title"),
                        forbid.messages().isEmpty() ? answers.text(request, "launch.denied.message") : String.join("\n", forbid.messages())));
    }

    private String launch(HttpServletRequest request, HttpServletResponse response, FlowStart flow) {
        language.choose(flow.context().get(ContextKeys.UI_LOCALES), response);
        return flows.start(cookies.browserKey(request, response), flow);
    }

    private static String withHint(String path, AuthorizationStep.NeedsLogin login) {
        return login.loginHint().map(hint -> path + "&login_hint=" + URLEncoder.encode(hint, StandardCharsets.UTF_8)).orElse(path);
    }
}
