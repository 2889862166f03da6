package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How this browser wants pages to look, {@code #{preferences}}: colours, language, columns of lists. Kept in cookies, which
 * {@link PreferencesServlet} writes, as they belong to a screen rather than to a person.
 */
@Named("preferences")
@RequestScoped
public class PagePreferences {

    static final String THEME = "gatehouse_theme";
    static final String LANGUAGE = "gatehouse_language";
    static final String COLUMNS = "gatehouse_columns_";
    static final List<String> THEMES = List.of("light", "dark");
    static final List<String> LANGUAGES = List.of("en", "de");

    @Inject
    private HttpServletRequest request;

    /** {@code light} or {@code dark}; empty for what the system is set to. */
    public String getTheme() {
        return cookie(request, THEME).filter(THEMES::contains).orElse("");
    }

    /** {@code en} or {@code de}; empty for what the browser asks for. */
    public String getLanguage() {
        return chosen(request).map(Locale::getLanguage).orElse("");
    }

    /** The language of pages in this request. */
    public Locale locale() {
        return chosen(request).orElseGet(() -> PageText.localeOf(request.getLocale()));
    }

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

    /** The language that was chosen for console and portal; a flow speaks as the application asked for. */
    static Optional<Locale> chosen(HttpServletRequest request) {
        boolean applies = Stream.of("/if/admin", "/if/user").anyMatch(request.getRequestURI()::startsWith);
        return cookie(request, LANGUAGE).filter(name -> applies && LANGUAGES.contains(name)).map(Locale::forLanguageTag).map(PageText::localeOf);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst();
    }
}
