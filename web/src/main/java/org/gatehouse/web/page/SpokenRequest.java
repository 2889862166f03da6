package org.gatehouse.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** A request whose pages are in another language than the browser's. */
public final class SpokenRequest extends HttpServletRequestWrapper {

    private final Locale language;

    public SpokenRequest(HttpServletRequest request, Locale language) {
        super(request);
        this.language = language;
    }

    @Override
    public Locale getLocale() {
        return language;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(language));
    }
}
