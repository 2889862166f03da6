package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.provider.oauth2.presented.UserInfoEndpoint;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;

/** The userinfo endpoint (OpenID Connect Core 1.0 section 5.3). */
@WebServlet("/application/o/userinfo/")
public class UserInfoServlet extends HttpServlet {

    @Inject
    private transient UserInfoEndpoint endpoint;

    @Inject
    private transient OAuthAnswers answers;

    @Inject
    private transient RequestProofs proofs;

    @Inject
    private transient ResourceChallenges challenges;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answer(request, response, Optional::empty);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        boolean inQuery = request.getQueryString() != null && request.getQueryString().contains("access_token");
        answer(request, response, () -> inQuery ? Optional.empty() : answers.parameters(request).find("access_token"));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Supplier<Optional<String>> form) throws IOException, ServletException {
        answers.answeringHolders(response, () -> {
            Optional<PresentedToken> token = PresentedToken.parse(Optional.ofNullable(request.getHeader("Authorization")), form.get(),
                    proofs.of(request));
            if (token.isEmpty()) {
                challenges.challenge(response);
                answers.json(response, HttpServletResponse.SC_UNAUTHORIZED, JsonObject.EMPTY_JSON_OBJECT);
                return;
            }
            UserInfoEndpoint.UserInfo info = endpoint.handle(token.get());
            crossOrigin.allowFor(request, response, info.client());
            if (info.jwt().isPresent()) {
                // OpenID Connect Core 1.0 section 5.3.2.
                answers.jwt(response, "application/jwt", info.jwt().get());
            } else {
                answers.json(response, HttpServletResponse.SC_OK, info.claims());
            }
        });
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "GET, POST, OPTIONS");
    }
}
