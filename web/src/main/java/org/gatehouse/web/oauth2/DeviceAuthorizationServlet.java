package org.gatehouse.web.oauth2;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.provider.oauth2.device.DeviceAuthorizationEndpoint;

/** The device authorization endpoint (RFC 8628 section 3.1). */
@WebServlet("/application/o/device/")
public class DeviceAuthorizationServlet extends HttpServlet {

    @Inject
    private transient DeviceAuthorizationEndpoint endpoint;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.answering(response, () -> answers.json(response, HttpServletResponse.SC_OK, endpoint.handle(answers.tokenRequest(request))));
    }
}
