package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.provider.oauth2.authorize.PushedRequestEndpoint;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;

/** The pushed authorization request endpoint (RFC 9126 section 2). */
@WebServlet("/application/o/par/")
public class PushedRequestServlet extends HttpServlet {

    private static final long LARGEST_BODY = 65_536;

    @Inject
    private transient PushedRequestEndpoint endpoint;

    @Inject
    private transient OAuthAnswers answers;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.answering(response, () -> {
            if (request.getContentLengthLong() > LARGEST_BODY) {
                // Section 2.3 has a status of its own for this.
                answers.json(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Json.createObjectBuilder()
                        .add("error", "invalid_request").add("error_description", "The request is too large.").build());
                return;
            }
            TokenRequest pushed = answers.tokenRequest(request);
            crossOrigin.allowFor(request, response, pushed.parameters().find("client_id").orElse(null));
            answers.json(response, HttpServletResponse.SC_CREATED, endpoint.handle(pushed));
        });
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "POST, OPTIONS");
    }
}
