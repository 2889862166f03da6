package org.gatehouse.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Lets portal and console be in the language that the user has chosen; flow pages have a filter of their own. */
@WebFilter({"/if/user/*", "/if/admin/*", "/application/launch/*"})
public class PageLanguageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PageLanguage language;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Locale> chosen = language.chosen();
        chain.doFilter(chosen.isPresent() ? new SpokenRequest(request, chosen.get()) : request, response);
    }
}
