package org.gatehouse.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.RequestOrigin;

/** The cookie {@code gatehouse_csrf}, which the pages' scripts read and send back in a header. */
@ApplicationScoped
public class CsrfCookie {

    /** The cookie's name. */
    public static final String NAME = "gatehouse_csrf";

    @Inject
    private CsrfTokens tokens;

    @Inject
    private RequestOrigin origin;

    /** Gives the browser a value for this login unless it has one. Called by pages and by {@code users/me}. */
    public void ensure(HttpServletRequest request, HttpServletResponse response, UUID sessionId) {
        if (value(request).filter(sent -> tokens.isOf(sent, sessionId)).isPresent()) {
            return;
        }
        Cookie cookie = new Cookie(NAME, tokens.make(sessionId));
        cookie.setPath("/");
        cookie.setSecure(origin.baseUrl().startsWith("https:"));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** What the browser sent. */
    Optional<String> value(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty() : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).findFirst();
    }
}
