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
import org.gatehouse.provider.oauth2.metadata.WebFinger;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/** {@code /.well-known/webfinger} (RFC 7033 section 4). */
@WebServlet("/.well-known/webfinger")
public class WebFingerServlet extends HttpServlet {

    private static final int LONGEST_RESOURCE = 1024;

    @Inject
    private transient WebFinger webFinger;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        crossOrigin.allowAll(response);
        answers.answering(response, () -> {
            RequestParameters parameters = answers.parameters(request);
            String resource = parameters.require("resource");
            if (resource.length() > LONGEST_RESOURCE) {
                throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The resource is too long.");
            }
            Optional<JsonObject> descriptor = webFinger.describe(resource, parameters.findAll("rel"));
            if (descriptor.isEmpty()) {
                throw new OAuthRefusal(OAuthErrorCode.NOT_FOUND, "Nothing is known about the resource.");
            }
            response.setContentType("application/jrd+json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(descriptor.get().toString());
        });
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "GET, OPTIONS");
    }
}
