package org.gatehouse.web.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.metadata.RegisteredOrigins;

/** Lets scripts of a client's own pages call the endpoints (CORS). Cookies are never allowed along. */
@ApplicationScoped
class CrossOrigin {

    @Inject
    private RegisteredOrigins origins;

    /** For what is public. */
    void allowAll(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
    }

    /** Answers a preflight. It carries neither client nor token; what it allows is to ask, the answer decides who may read. */
    void preflight(HttpServletRequest request, HttpServletResponse response, String methods) {
        if (request.getHeader("Origin") != null) {
            allow(request, response);
            response.setHeader("Access-Control-Allow-Methods", methods);
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP");
            response.setHeader("Access-Control-Max-Age", "600");
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Lets the page read the answer if the client named in the request has registered its origin. */
    void allowFor(HttpServletRequest request, HttpServletResponse response, String clientId) {
        String origin = request.getHeader("Origin");
        if (origin != null && clientId != null && origins.permits(clientId, origin)) {
            allow(request, response);
        }
    }

    /** Lets the page read the answer if the client has registered its origin. */
    void allowFor(HttpServletRequest request, HttpServletResponse response, OAuthClient client) {
        String origin = request.getHeader("Origin");
        if (origin != null && origins.permits(client, origin)) {
            allow(request, response);
        }
    }

    private static void allow(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        response.setHeader("Access-Control-Expose-Headers", "DPoP-Nonce, WWW-Authenticate");
        response.addHeader("Vary", "Origin");
    }
}
