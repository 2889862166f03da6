package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContext;

/**
 * The Content Security Policy of a page, {@code #{contentPolicy.value}}. PrimeFaces sends it and appends its nonce, so
 * {@code script-src} comes last; it replaces what {@link org.gatehouse.web.http.SecurityHeadersFilter} has set, and differs from
 * it in allowing pictures from elsewhere: the icons of applications.
 */
@Named("contentPolicy")
@RequestScoped
public class ContentPolicy {

    private static final String SHARED = "default-src 'none'; img-src 'self' data: https:; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; ";

    /** PrimeFaces' widgets write style attributes. */
    private static final String CONSOLE = SHARED + "form-action 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'";

    /** No form-action: browsers apply it to the redirect after a form too, and the last form of a login leads to the application. */
    private static final String FLOW = SHARED + "style-src 'self'; script-src 'self'";

    private static final String OTHERS = SHARED + "form-action 'self'; style-src 'self'; script-src 'self'";

    @Inject
    private HttpServletRequest request;

    public String getValue() {
        // What the browser asked for, whatever it was forwarded to.
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = asked == null ? request.getRequestURI() : asked.toString();
        return path.startsWith("/if/admin/") ? CONSOLE : leadsOut(path) ? FLOW : OTHERS;
    }

    /** Whether a form on the page can lead to an application: the flows', and the one that posts an authorization response. */
    private static boolean leadsOut(String path) {
        return path.startsWith("/if/flow/") || path.startsWith("/application/");
    }

    /**
     * The nonce of the view's scripts. PrimeFaces refuses a posted form without it; its own script would add it, but a page has
     * to work before, or without, script.
     */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
