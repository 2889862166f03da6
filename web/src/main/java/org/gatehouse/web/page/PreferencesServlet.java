package org.gatehouse.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.directory.preference.OwnPreferences;
import org.gatehouse.directory.preference.Preferences;
import org.gatehouse.directory.preference.Theme;
import org.gatehouse.model.WireName;
import org.gatehouse.model.directory.User;
import org.gatehouse.url.LocalRedirect;
import org.gatehouse.web.http.CurrentSession;

/**
 * Takes the forms by which a person says how pages shall look, and goes back to the page. Parameters: {@code theme} or
 * {@code language}, {@code list} with any number of {@code column}, and {@code next}.
 */
@WebServlet("/if/preferences/")
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,100}");
    private static final int MOST_COLUMNS = 12;

    @Inject
    private transient OwnPreferences preferences;

    @Inject
    private transient CurrentSession current;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Preferences> known = current.user().map(User::getAttributes).map(Preferences::of);
        known.flatMap(before -> changed(request, before)).ifPresent(wanted -> preferences.choose(current.actor(), wanted));
        Optional.ofNullable(request.getParameter("list")).filter(NAME.asMatchPredicate())
                .ifPresent(list -> keep(request, response, PagePreferences.COLUMNS + list, columns(request)));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalRedirect.safe(request.getParameter("next")).orElse("/"));
    }

    /** The preferences with the one that the form names changed; empty when it names none. */
    private static Optional<Preferences> changed(HttpServletRequest request, Preferences before) {
        Optional<Theme> theme = Optional.ofNullable(request.getParameter("theme")).flatMap(name -> WireName.find(Theme.class, name));
        Optional<String> language = Optional.ofNullable(request.getParameter("language")).filter(Preferences.LANGUAGES::contains);
        return theme.isEmpty() && language.isEmpty() ? Optional.empty()
                : Optional.of(new Preferences(language.or(before::language), theme.or(before::theme)));
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
