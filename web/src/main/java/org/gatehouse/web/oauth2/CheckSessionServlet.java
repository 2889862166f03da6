package org.gatehouse.web.oauth2;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.web.http.PagePolicy;

/**
 * The frame that clients' pages ask whether the login is still the same (OpenID Connect Session Management 1.0 section 3.3): a page with
 * nothing but a script, the same for everybody, and the only one that other sites may frame.
 */
@WebServlet(PagePolicy.CHECK_SESSION)
public class CheckSessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher("/oauth2/check-session.xhtml").forward(request, response);
    }
}
