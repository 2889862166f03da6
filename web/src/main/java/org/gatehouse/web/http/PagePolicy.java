package org.gatehouse.web.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.url.StrictUrl;

/**
 * The Content Security Policy of a page: nothing but what is of this server, and what a page cannot do without. The only place where
 * such a policy is written.
 *
 * @param path what the browser asked for
 * @param pictures whether pictures of other servers may be shown: the icons of applications
 * @param foreign the servers whose scripts may run, with what they bring: those of a captcha
 * @param frames the servers whose pages may be shown in frames: those of clients that are told of a logout
 */
public record PagePolicy(String path, boolean pictures, List<String> foreign, List<String> frames) {

    /** The one page that other sites may frame (OpenID Connect Session Management 1.0 section 3.3). */
    public static final String CHECK_SESSION = "/application/o/check-session/";

    /** What the scripts of the known captchas load of other servers of the same maker. */
    private static final Map<String, List<String>> COMPANIONS = Map.of(
            "https://www.google.com", List.of("https://www.gstatic.com"),
            "https://www.recaptcha.net", List.of("https://www.gstatic.com", "https://www.gstatic.cn"),
            "https://js.hcaptcha.com", List.of("https://hcaptcha.com", "https://*.hcaptcha.com"),
            "https://hcaptcha.com", List.of("https://*.hcaptcha.com"));

    public PagePolicy {
        foreign = List.copyOf(foreign);
        frames = List.copyOf(frames);
    }

    public static PagePolicy of(String path) {
        return new PagePolicy(path, false, List.of(), List.of());
    }

    public PagePolicy withPictures() {
        return new PagePolicy(path, true, foreign, frames);
    }

    /** Whether other sites may show this page in a frame. */
    public boolean mayBeFramed() {
        return path.equals(CHECK_SESSION);
    }

    /** Lets the page run scripts of exactly the server this script is of. What is no web address opens nothing. */
    public PagePolicy withScript(String url) {
        return new PagePolicy(path, pictures, origin(url).stream()
                .flatMap(known -> Stream.concat(Stream.of(known), COMPANIONS.getOrDefault(known, List.of()).stream())).toList(), frames);
    }

    /** Lets the page show pages of exactly the servers these are of in frames. What is no web address opens nothing. */
    public PagePolicy withFrames(List<String> urls) {
        return new PagePolicy(path, pictures, foreign, urls.stream().map(PagePolicy::origin).flatMap(Optional::stream).distinct().toList());
    }

    private static Optional<String> origin(String url) {
        return StrictUrl.parse(url).filter(StrictUrl::isWeb).flatMap(StrictUrl::origin).filter(known -> known.matches("[a-z0-9.:/\\[\\]_-]+"));
    }

    /** The header; {@code script-src} comes last, as PrimeFaces appends its nonce. */
    public String header() {
        return "default-src 'none'; style-src 'self'" + more() + (isConsole() ? " 'unsafe-inline'" : "") + "; img-src 'self' data:"
                + (pictures ? " https:" : more()) + "; font-src 'self'; connect-src 'self'" + more() + "; manifest-src 'self'"
                + framed() + "; base-uri 'none'; frame-ancestors " + (mayBeFramed() ? "*" : "'none'")
                + (leadsOut() ? "" : "; form-action 'self'") + "; script-src 'self'" + more();
    }

    private String framed() {
        return foreign.isEmpty() && frames.isEmpty() ? ""
                : "; frame-src " + String.join(" ", Stream.concat(foreign.stream(), frames.stream()).distinct().toList());
    }

    private String more() {
        return foreign.isEmpty() ? "" : " " + String.join(" ", foreign);
    }

    /** PrimeFaces' widgets write style attributes. */
    private boolean isConsole() {
        return path.startsWith("/if/admin/");
    }

    /** Browsers apply form-action to the redirects that follow a form as well, and those of a flow lead to relying parties. */
    private boolean leadsOut() {
        return path.startsWith("/if/flow/") || path.startsWith("/application/");
    }
}
