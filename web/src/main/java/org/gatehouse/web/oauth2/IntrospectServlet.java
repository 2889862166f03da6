package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.provider.oauth2.token.TokenIntrospection;

/** The introspection endpoint (RFC 7662 section 2). */
@WebServlet("/application/o/introspect/")
public class IntrospectServlet extends HttpServlet {

    @Inject
    private transient TokenIntrospection introspection;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.answering(response, () -> answers.json(response, HttpServletResponse.SC_OK,
                introspection.introspect(answers.tokenRequest(request))));
    }
}
