package org.gatehouse.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gatehouse.web.http.PagePolicy;
import org.primefaces.context.PrimeFacesContext;

/**
 * The Content Security Policy of a page, {@code #{contentPolicy.value}}. PrimeFaces sends it; it replaces what
 * {@link org.gatehouse.web.http.SecurityHeadersFilter} has set, and differs from it in allowing pictures from elsewhere, the icons of
 * applications, the script of a captcha where there is one, and the frames of clients that are told of a logout.
 */
@Named("contentPolicy")
@RequestScoped
public class ContentPolicy {

    @Inject
    private HttpServletRequest request;

    private String captcha;
    private List<String> frames = List.of();

    /** Lets this page show a captcha, whose script is of another server. */
    public void openFor(String script) {
        captcha = script;
    }

    /** Lets this page show these pages in frames. */
    public void openFrames(List<String> urls) {
        frames = List.copyOf(urls);
    }

    public String getValue() {
        // What the browser asked for, whatever it was forwarded to.
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        PagePolicy policy = PagePolicy.of(asked == null ? request.getRequestURI() : asked.toString()).withPictures()
                .withFrames(frames);
        return (captcha == null ? policy : policy.withScript(captcha)).header();
    }

    /**
     * The nonce of the view's scripts. PrimeFaces refuses a posted form without it; its own script would add it, but a page has
     * to work before, or without, script.
     */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
