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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.provider.oauth2.metadata.MetadataEndpoint;

/**
 * Metadata where RFC 8414 section 3.1 looks for it: the well-known part comes between the host and the path of the issuer, whose last
 * slash is taken away. Clients are known that keep the slash, or that use the name of OpenID Connect in this place (section 5).
 */
@WebServlet({"/.well-known/oauth-authorization-server/*", "/.well-known/openid-configuration/*"})
public class WellKnownServlet extends HttpServlet {

    private static final Pattern ISSUER = Pattern.compile("/application/o/([A-Za-z0-9_-]{1,255})/?");

    @Inject
    private transient MetadataEndpoint metadata;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Inject
    private transient OAuthAnswers answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Matcher issuer = ISSUER.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!issuer.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answers.answering(response, () -> {
            Optional<JsonObject> document = metadata.metadata(issuer.group(1));
            crossOrigin.allowAll(response);
            answers.write(response, document.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND,
                    document.map(Object::toString).orElse("{\"error\":\"not_found\"}"));
        });
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.preflight(request, response, "GET, OPTIONS");
    }
}
