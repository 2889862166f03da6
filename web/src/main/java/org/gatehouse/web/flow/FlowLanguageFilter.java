package org.gatehouse.web.flow;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets flow pages be in the language that the application has asked for ({@link FlowLanguage}). */
@WebFilter("/if/flow/*")
public class FlowLanguageFilter extends HttpFilter {

    @Inject
    private transient FlowLanguage language;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Locale> wanted = language.of(request);
        chain.doFilter(wanted.isPresent() ? new Speaking(request, wanted.get()) : request, response);
    }

    private static final class Speaking extends HttpServletRequestWrapper {

        private final Locale language;

        Speaking(HttpServletRequest request, Locale language) {
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
}
