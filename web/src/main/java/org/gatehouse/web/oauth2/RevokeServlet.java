package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.provider.oauth2.presented.RevocationEndpoint;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;

/** The revocation endpoint (RFC 7009 section 2). */
@WebServlet("/application/o/revoke/")
public class RevokeServlet extends HttpServlet {

    @Inject
    private transient RevocationEndpoint endpoint;

    @Inject
    private transient OAuthAnswers answers;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.answering(response, () -> {
            TokenRequest token = answers.tokenRequest(request);
            crossOrigin.allowFor(request, response, token.parameters().find("client_id").orElse(null));
            endpoint.handle(token);
            answers.json(response, HttpServletResponse.SC_OK, JsonValue.EMPTY_JSON_OBJECT);
        });
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "POST, OPTIONS");
    }
}
