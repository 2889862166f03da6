package org.gatehouse.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.gatehouse.flow.FlowView;

/** The cookies of a browser: its own key and its login. */
@ApplicationScoped
public class BrowserCookies {

    /** The browser's own key; gives it one when it has none. */
    public String browserKey(HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException();
    }

    /** The key of the browser's login, if it has one. */
    public Optional<String> sessionKey(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Does to the cookies what the step of a flow asks for. */
    public void apply(FlowView view, HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException();
    }
}
