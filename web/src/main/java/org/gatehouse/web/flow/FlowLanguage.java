package org.gatehouse.web.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.event.RequestOrigin;

/**
 * The language of flow pages, where the application has asked for one in place of the browser's ({@code ui_locales}, OpenID Connect Core
 * 1.0 section 3.1.2.1). Kept in a cookie that only flow pages get; the next flow of an application that does not ask takes it back.
 */
@ApplicationScoped
public class FlowLanguage {

    private static final String COOKIE = "gatehouse_language";
    private static final String PATH = "/if/flow/";
    private static final Set<String> KNOWN = Set.of("de", "en");
    private static final int UNTIL_BROWSER_CLOSES = -1;

    @Inject
    private RequestOrigin origin;

    /** Notes the first of the wanted languages that pages exist in, for the flow that the browser is being sent to. */
    public void choose(Optional<String> uiLocales, HttpServletResponse response) {
        Optional<String> language = uiLocales.flatMap(FlowLanguage::firstKnown);
        if (language.isPresent()) {
            set(response, language.get(), UNTIL_BROWSER_CLOSES);
        } else {
            set(response, "", 0);
        }
    }

    /** The language that was noted. */
    Optional<Locale> of(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty() : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).filter(KNOWN::contains).map(Locale::forLanguageTag)
                .findFirst();
    }

    /** Tags may say more than the language: {@code de-CH}. */
    static Optional<String> firstKnown(String uiLocales) {
        return Arrays.stream(uiLocales.strip().split(" +")).map(tag -> Locale.forLanguageTag(tag).getLanguage()).filter(KNOWN::contains).findFirst();
    }

    private void set(HttpServletResponse response, String value, int maxAge) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(origin.baseUrl().startsWith("https:"));
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(maxAge);
        response.addCookie(cookie);
    }
}
