package org.gatehouse.web.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.registration.ClientConfigurationEndpoint;
import org.gatehouse.provider.oauth2.registration.RegistrationEndpoint;
import org.gatehouse.web.http.BadJson;
import org.gatehouse.web.http.JsonBody;

/** {@code /application/o/{slug}/register/} (RFC 7591) and {@code …/register/{client id}/} (RFC 7592). */
@ApplicationScoped
class RegistrationAnswers {

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{1,255})/register/(?:([A-Za-z0-9_.~-]{1,255})/?)?");

    @Inject
    private RegistrationEndpoint registration;

    @Inject
    private ClientConfigurationEndpoint configuration;

    @Inject
    private OAuthAnswers answers;

    /** Whether the request is about a registration. */
    boolean isFor(HttpServletRequest request) {
        return path(request).matches();
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Matcher path = path(request);
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.group(2) == null) {
            register(path.group(1), request, response);
        } else {
            manage(path.group(1), path.group(2), request, response);
        }
    }

    private void register(String slug, HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            refuse(response, "POST");
            return;
        }
        answers.answering(response, () ->
                answers.json(response, HttpServletResponse.SC_CREATED, registration.register(slug, authorization(request), body(request))));
    }

    private void manage(String slug, String clientId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> authorization = authorization(request);
        switch (request.getMethod()) {
            case "GET" -> answers.answering(response, () ->
                    answers.json(response, HttpServletResponse.SC_OK, configuration.read(slug, clientId, authorization)));
            case "PUT" -> answers.answering(response, () ->
                    answers.json(response, HttpServletResponse.SC_OK, configuration.update(slug, clientId, authorization, body(request))));
            case "DELETE" -> answers.answering(response, () -> {
                configuration.delete(slug, clientId, authorization);
                response.setHeader("Cache-Control", "no-store");
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            });
            default -> refuse(response, "GET, PUT, DELETE");
        }
    }

    private static Matcher path(HttpServletRequest request) {
        return PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static Optional<String> authorization(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"));
    }

    /** RFC 7591 section 3.1: a JSON object. */
    private static JsonObject body(HttpServletRequest request) throws IOException {
        String type = request.getContentType() == null ? "" : request.getContentType().split(";")[0].strip();
        if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT_METADATA, "The metadata has to be sent as application/json.");
        }
        try {
            return JsonBody.read(request.getInputStream());
        } catch (BadJson unreadable) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT_METADATA, "The metadata is not a JSON object that can be read.");
        }
    }

    private static void refuse(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
