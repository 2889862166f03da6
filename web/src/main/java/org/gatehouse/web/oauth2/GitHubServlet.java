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
import org.gatehouse.provider.oauth2.github.GitHubUser;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;

/** The three resources of GitHub's API by which its clients learn who has logged in. */
@WebServlet({"/user", GitHubServlet.EMAILS, GitHubServlet.TEAMS})
public class GitHubServlet extends HttpServlet {

    static final String EMAILS = "/user/emails";
    static final String TEAMS = "/user/teams";

    private static final String SCHEME = "token ";

    @Inject
    private transient GitHubUser users;

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
        answers.answeringHolders(response, () -> {
            Optional<PresentedToken> token = PresentedToken.parse(authorization(request), Optional.empty(), proofs.of(request));
            if (token.isEmpty()) {
                challenges.challenge(response);
                answers.json(response, HttpServletResponse.SC_UNAUTHORIZED, JsonObject.EMPTY_JSON_OBJECT);
                return;
            }
            GitHubUser.Answer answer = answer(request, token.get());
            crossOrigin.allowFor(request, response, answer.client());
            response.setHeader("Cache-Control", "no-store");
            answers.write(response, HttpServletResponse.SC_OK, answer.json());
        });
    }

    private GitHubUser.Answer answer(HttpServletRequest request, PresentedToken token) {
        return switch (request.getServletPath()) {
            case EMAILS -> users.emails(token);
            case TEAMS -> users.teams(token);
            default -> users.profile(token);
        };
    }

    /** GitHub's clients may call a bearer token {@code token}. */
    private static Optional<String> authorization(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? "Bearer " + header.substring(SCHEME.length()) : header);
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "GET, OPTIONS");
    }
}
