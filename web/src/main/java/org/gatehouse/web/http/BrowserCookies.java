package org.gatehouse.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.authenticator.BrowserMemory;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.FlowView;
import org.gatehouse.session.BrowserDevice;
import org.gatehouse.session.BrowserState;
import org.gatehouse.session.OpenedSession;

/**
 * The cookies: {@code gatehouse_browser} tells browsers apart before anybody logs in, {@code gatehouse_session} is the key of a
 * login, {@code gatehouse_known} notes for policies who has logged in before, {@code gatehouse_device} knows a browser again that has
 * proved a second factor. Scripts cannot read them, other sites' requests do not carry them (except a link that is followed).
 * {@code gatehouse_state} is for scripts: the frame of OpenID Connect session management reads it; it opens nothing.
 */
@ApplicationScoped
public class BrowserCookies {

    static final String BROWSER = "gatehouse_browser";
    static final String SESSION = "gatehouse_session";
    static final String DEVICE = "gatehouse_device";
    static final String KNOWN = "gatehouse_known";
    static final String STATE = "gatehouse_state";

    /** The form of {@link RandomKeys#urlSafe()}; anything else was not made by us. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern NOTE = Pattern.compile("[A-Za-z0-9_-]{1,3000}");

    private static final int UNTIL_BROWSER_CLOSES = -1;

    @Inject
    private RandomKeys keys;

    @Inject
    private BrowserMemory memory;

    @Inject
    private RequestOrigin origin;

    @Inject
    private BrowserDevice device;

    @Inject
    private Clock clock;

    /** The browser's key; one that has none gets one with this response. */
    public String browserKey(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(BROWSER) instanceof String known) {
            return known;
        }
        Optional<String> sent = find(request, BROWSER);
        String key = sent.orElseGet(keys::urlSafe);
        if (sent.isEmpty()) {
            set(response, BROWSER, key, UNTIL_BROWSER_CLOSES);
        }
        request.setAttribute(BROWSER, key);
        return key;
    }

    /** The key of the browser's login, if it sent one; whether that login is alive is another question. */
    public Optional<String> sessionKey(HttpServletRequest request) {
        return find(request, SESSION);
    }

    /** Does to the cookies what a step of a flow has led to. */
    public void apply(FlowView view, HttpServletRequest request, HttpServletResponse response) {
        view.opened().ifPresent(opened -> logIn(opened, response));
        if (view.ended()) {
            logOut(response);
        }
        device.fresh().ifPresent(fresh -> set(response, KNOWN, fresh.note(), seconds(fresh.lifetime())));
        view.browser().ifPresent(key -> {
            set(response, BROWSER, key, UNTIL_BROWSER_CLOSES);
            request.setAttribute(BROWSER, key);
        });
        memory.given().ifPresent(kept -> set(response, DEVICE, kept.key(), seconds(kept.lifetime())));
    }

    /** Gives the browser a login in place of the one it has. */
    public void logIn(OpenedSession opened, HttpServletResponse response) {
        set(response, SESSION, opened.key(), maxAge(opened));
        setState(response, BrowserState.of(opened.session().id()), maxAge(opened));
    }

    /** Takes the browser's login away. */
    public void logOut(HttpServletResponse response) {
        set(response, SESSION, "", 0);
        setState(response, "", 0);
    }

    /** Tells the domain what the browser knows of earlier logins, and by which key it is known again; before a step of a flow. */
    public void recall(HttpServletRequest request) {
        memory.arrived(find(request, DEVICE));
        device.arrived(find(request, KNOWN, NOTE).orElse(""));
    }

    private int maxAge(OpenedSession opened) {
        return opened.persistent() ? seconds(Duration.between(clock.instant(), opened.session().expires())) : UNTIL_BROWSER_CLOSES;
    }

    private static int seconds(Duration duration) {
        return (int) Math.min(Math.max(duration.toSeconds(), 0), Integer.MAX_VALUE);
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        return find(request, name, KEY);
    }

    private static Optional<String> find(HttpServletRequest request, String name, Pattern form) {
        return request.getCookies() == null ? Optional.empty() : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue)
                .filter(value -> value != null && form.matcher(value).matches()).findFirst();
    }

    private void set(HttpServletResponse response, String name, String value, int maxAge) {
        Cookie cookie = cookie(name, value, maxAge);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** The frame is on other sites' pages; browsers let it read only a cookie that says so, and take such a one only over https. */
    private void setState(HttpServletResponse response, String value, int maxAge) {
        Cookie cookie = cookie(STATE, value, maxAge);
        cookie.setAttribute("SameSite", cookie.getSecure() ? "None" : "Lax");
        response.addCookie(cookie);
    }

    private Cookie cookie(String name, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(origin.baseUrl().startsWith("https:"));
        cookie.setMaxAge(maxAge);
        return cookie;
    }
}
