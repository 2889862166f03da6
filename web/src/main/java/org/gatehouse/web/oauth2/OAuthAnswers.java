package org.gatehouse.web.oauth2;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.directory.password.TooManyPasswordChecks;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.provider.oauth2.authentication.ClientKeysAhead;
import org.gatehouse.provider.oauth2.protocol.OAuthError;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.web.page.PageText;

/** Reads requests and writes answers of the OAuth endpoints. */
@ApplicationScoped
public class OAuthAnswers {

    private static final Logger LOG = Logger.getLogger(OAuthAnswers.class.getName());
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final long LARGEST_BODY = 65_536;

    @Inject
    private RequestOrigin origin;

    @Inject
    private RequestProofs proofs;

    @Inject
    private ResourceChallenges challenges;

    @Inject
    private ClientKeysAhead keys;

    /** Something that answers a request, or refuses it. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, ServletException;
    }

    /** The parameters of a request, from query and form. */
    RequestParameters parameters(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The request is too large.");
        }
        try {
            return new RequestParameters(request.getParameterMap());
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The parameters cannot be read.");
        }
    }

    /** The parameters of an authorization request, from query and form. */
    RequestParameters authorizationRequest(HttpServletRequest request) {
        RequestParameters read = parameters(request);
        keys.read(Optional.empty(), read);
        return read;
    }

    /** A request that has to be a form (RFC 6749 section 3.2); addresses end up in logs, so nothing may be in the query. */
    TokenRequest tokenRequest(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().split(";")[0].strip();
        if (!type.equalsIgnoreCase(FORM) || request.getQueryString() != null && !request.getQueryString().isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Parameters have to be sent as a form in the body.");
        }
        TokenRequest read = new TokenRequest(Optional.ofNullable(request.getHeader("Authorization")), parameters(request), proofs.of(request));
        keys.read(read.authorization(), read.parameters());
        return read;
    }

    /** Writes JSON that nobody may keep. */
    void json(HttpServletResponse response, int status, JsonObject body) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Pragma", "no-cache");
        write(response, status, body.toString());
    }

    /** Writes a JWT that nobody may keep. */
    void jwt(HttpServletResponse response, String contentType, String jwt) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Pragma", "no-cache");
        write(response, HttpServletResponse.SC_OK, contentType, jwt);
    }

    /** Writes JSON. */
    void write(HttpServletResponse response, int status, String json) throws IOException {
        write(response, status, "application/json", json);
    }

    private static void write(HttpServletResponse response, int status, String contentType, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Runs an endpoint that programs call; refusals become JSON (RFC 6749 section 5.2). */
    void answering(HttpServletResponse response, Work work) throws IOException, ServletException {
        try {
            work.run();
        } catch (OAuthRefusal refused) {
            challenge(response, refused.error());
            challenges.offerNonce(response, refused.error());
            json(response, refused.error().code().status(), Json.createObjectBuilder().add("error", refused.error().error())
                    .add("error_description", refused.error().description()).build());
        } catch (TooManyPasswordChecks busy) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            json(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Json.createObjectBuilder()
                    .add("error", "temporarily_unavailable").add("error_description", "The server is busy; try again.").build());
        } catch (EJBException | ExpressionFailed broken) {
            LOG.log(Level.SEVERE, broken, () -> "Request " + origin.requestId() + " failed");
            json(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Json.createObjectBuilder().add("error", "server_error").build());
        }
    }

    /** As {@link #answering}, for an endpoint that takes access tokens (RFC 6750 section 3, RFC 9449 section 7.1). */
    void answeringHolders(HttpServletResponse response, Work work) throws IOException, ServletException {
        answering(response, () -> {
            try {
                work.run();
            } catch (OAuthRefusal refused) {
                challenges.challenge(response, refused.error());
                json(response, ResourceChallenges.status(refused.error()), Json.createObjectBuilder().add("error", refused.error().error())
                        .add("error_description", refused.error().description()).build());
            }
        });
    }

    /** RFC 6749 section 5.2: a 401 says how to authenticate; RFC 6585 section 4: a 429, when to come again. */
    private static void challenge(HttpServletResponse response, OAuthError error) {
        if (error.retryAfter() != null) {
            response.setHeader("Retry-After", Long.toString(error.retryAfter().toSeconds()));
        }
        switch (error.code()) {
            case INVALID_CLIENT -> response.setHeader("WWW-Authenticate", "Basic realm=\"gatehouse\", charset=\"UTF-8\"");
            case INVALID_TOKEN, INSUFFICIENT_SCOPE -> response.setHeader("WWW-Authenticate", "Bearer realm=\"gatehouse\", error=\""
                    + error.error() + "\", error_description=\"" + error.description() + "\"");
            default -> { }
        }
    }

    /** Runs an endpoint that people see; refusals become a page and are never redirected. */
    void showing(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException, ServletException {
        try {
            work.run();
        } catch (OAuthRefusal refused) {
            page(request, response, HttpServletResponse.SC_BAD_REQUEST, text(request, "oauth.refused.title"), refused.error().description());
        } catch (EJBException | ExpressionFailed broken) {
            LOG.log(Level.SEVERE, broken, () -> "Request " + origin.requestId() + " failed");
            page(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, text(request, "error.500.title"),
                    text(request, "error.500.message"));
        }
    }

    /** A text of the pages in the browser's language. */
    String text(HttpServletRequest request, String key) {
        return PageText.of(key, PageText.localeOf(request.getLocale()));
    }

    /** Shows a page that says what is wrong. */
    void page(HttpServletRequest request, HttpServletResponse response, int status, String title, String message)
            throws IOException, ServletException {
        response.setStatus(status);
        request.setAttribute("title", title);
        request.setAttribute("message", message);
        request.setAttribute("requestId", origin.requestId());
        request.getRequestDispatcher("/error/message.xhtml").forward(request, response);
    }
}
