package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.grant.TokenEndpoint;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;

/** The token endpoint (RFC 6749 section 3.2), also where clients of GitHub look for it: those need not say that they bring a code. */
@WebServlet({"/application/o/token/", TokenServlet.GITHUB})
public class TokenServlet extends HttpServlet {

    static final String GITHUB = "/login/oauth/access_token";

    @Inject
    private transient TokenEndpoint endpoint;

    @Inject
    private transient OAuthAnswers answers;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.answering(response, () -> {
            TokenRequest sent = answers.tokenRequest(request);
            TokenRequest token = request.getServletPath().equals(GITHUB) ? sent.orElseOf(GrantType.AUTHORIZATION_CODE.wireName()) : sent;
            crossOrigin.allowFor(request, response, token.parameters().find("client_id").orElse(null));
            answers.json(response, HttpServletResponse.SC_OK, endpoint.handle(token).toJson());
        });
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "POST, OPTIONS");
    }
}
