package org.gatehouse.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.url.LocalRedirect;

/**
 * Takes the forms by which a person says how pages shall look, and goes back to the page. Parameters: {@code theme} and
 * {@code language} (empty to forget the choice), {@code list} with any number of {@code column}, and {@code next}.
 */
@WebServlet("/if/preferences/")
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,100}");
    private static final int MOST_COLUMNS = 12;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        choice(request, "theme", PagePreferences.THEMES).ifPresent(theme -> keep(request, response, PagePreferences.THEME, theme));
        choice(request, "language", PagePreferences.LANGUAGES).ifPresent(name -> keep(request, response, PagePreferences.LANGUAGE, name));
        Optional.ofNullable(request.getParameter("list")).filter(NAME.asMatchPredicate())
                .ifPresent(list -> keep(request, response, PagePreferences.COLUMNS + list, columns(request)));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalRedirect.safe(request.getParameter("next")).orElse("/"));
    }

    private static Optional<String> choice(HttpServletRequest request, String parameter, List<String> known) {
        return Optional.ofNullable(request.getParameter(parameter)).filter(value -> value.isEmpty() || known.contains(value));
    }

    private static String columns(HttpServletRequest request) {
        String[] chosen = request.getParameterValues("column");
        return chosen == null ? "" : Arrays.stream(chosen).filter(NAME.asMatchPredicate()).distinct().limit(MOST_COLUMNS)
                .collect(Collectors.joining(":"));
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(value.isEmpty() ? 0 : (int) KEPT.toSeconds());
        response.addCookie(cookie);
    }
}
