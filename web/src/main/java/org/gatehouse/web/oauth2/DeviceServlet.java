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
import java.util.Optional;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.provider.oauth2.device.DeviceVerification;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.web.error.MessagePage;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.portal.LoginRedirect;

/** Where users go with the code that a device shows (RFC 8628 section 3.3). A code in the address is only filled in, never taken. */
@WebServlet({"/device", "/device/"})
public class DeviceServlet extends HttpServlet {

    private static final int LONGEST_CODE = 64;

    @Inject
    private transient DeviceVerification verification;

    @Inject
    private transient FlowLauncher flows;

    @Inject
    private transient BrowserCookies cookies;

    @Inject
    private transient CurrentSession current;

    @Inject
    private transient LoginRedirect login;

    @Inject
    private transient MessagePage messages;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        answers.showing(request, response, () -> show(request, response, code(answers.parameters(request))));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String code) throws IOException, ServletException {
        Optional<FlowStart> flow = verification.start();
        if (flow.isEmpty()) {
            messages.show(HttpServletResponse.SC_NOT_FOUND, "device.off.title", "device.off.message", request, response);
        } else if (current.user().isEmpty()) {
            login.send(request, response);
        } else {
            response.sendRedirect(flows.start(cookies.browserKey(request, response), flow.get()) + code);
        }
    }

    private static String code(RequestParameters parameters) {
        return parameters.find("code").filter(code -> code.length() <= LONGEST_CODE)
                .map(code -> "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)).orElse("");
    }
}
