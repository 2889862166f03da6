package org.gatehouse.web.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;

/** Sends an authorization response through the browser: a redirect, or a page whose form posts it. */
@ApplicationScoped
class AuthorizationResponseWriter {

    void write(AuthorizationResponse answer, HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        // The address carries code and tokens: it must not be sent on as a referrer (RFC 9700 section 4.2.4).
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (!answer.isForm()) {
            // 303, never 307: what the user posted to us is not the client's (RFC 9700 section 4.12).
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", answer.location());
            return;
        }
        List<Map.Entry<String, String>> fields = answer.parameters().entrySet().stream()
                .<Map.Entry<String, String>>map(field -> new SimpleImmutableEntry<>(field.getKey(), field.getValue())).toList();
        request.setAttribute("formAction", answer.redirectUri());
        request.setAttribute("formFields", fields);
        request.getRequestDispatcher("/oauth2/form-post.xhtml").forward(request, response);
    }
}
