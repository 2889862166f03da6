package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.gatehouse.provider.oauth2.presented.TokenIntrospection;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;

/** The introspection endpoint (RFC 7662 section 2); answers with a JWT where that is asked for (RFC 9701 section 4). */
@WebServlet("/application/o/introspect/")
public class IntrospectServlet extends HttpServlet {

    private static final String JWT = "application/token-introspection+jwt";

    @Inject
    private transient TokenIntrospection introspection;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.answering(response, () -> {
            TokenRequest token = answers.tokenRequest(request);
            if (wantsJwt(request)) {
                answers.jwt(response, JWT, introspection.introspectAsJwt(token));
            } else {
                answers.json(response, HttpServletResponse.SC_OK, introspection.introspect(token));
            }
        });
    }

    /** Only by its full name; whoever accepts anything gets JSON. */
    private static boolean wantsJwt(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream().flatMap(header -> Arrays.stream(header.split(",")))
                .map(range -> range.split(";")[0].strip().toLowerCase(Locale.ROOT)).anyMatch(JWT::equals);
    }
}
