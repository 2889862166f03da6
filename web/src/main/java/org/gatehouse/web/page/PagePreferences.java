package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How this browser wants lists to look, {@code #{preferences}}: their columns, kept in cookies that {@link PreferencesServlet} writes, as they
 * belong to a screen rather than to a person. Colours and language belong to the person ({@link PageLook}, {@link PageLanguage}).
 */
@Named("preferences")
@RequestScoped
public class PagePreferences {

    static final String COLUMNS = "gatehouse_columns_";

    @Inject
    private HttpServletRequest request;

    /** The columns chosen for a list; empty when none were. */
    public List<String> columns(String list) {
        return cookie(request, COLUMNS + list).map(value -> List.of(value.split(":"))).orElse(List.of());
    }

    /** What the browser asked for, whatever it was forwarded to: where changing a preference leads back to. */
    public String getAddress() {
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = asked == null ? request.getRequestURI() : asked.toString();
        Object query = asked == null ? request.getQueryString() : request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? path : path + "?" + query;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst();
    }
}
