package org.gatehouse.web.flow;

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
import org.gatehouse.web.page.PageLanguage;
import org.gatehouse.web.page.SpokenRequest;

/** Lets flow pages be in the language that the application has asked for ({@link FlowLanguage}), or that the user has chosen. */
@WebFilter("/if/flow/*")
public class FlowLanguageFilter extends HttpFilter {

    @Inject
    private transient FlowLanguage language;

    @Inject
    private transient PageLanguage chosen;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Locale> wanted = language.of(request).or(chosen::chosen);
        chain.doFilter(wanted.isPresent() ? new SpokenRequest(request, wanted.get()) : request, response);
    }
}
