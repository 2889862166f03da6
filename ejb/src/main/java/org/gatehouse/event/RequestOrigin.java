package org.gatehouse.event;

import jakarta.enterprise.context.RequestScoped;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.url.StrictUrl;

/**
 * Where the current request comes from, as the web's outermost filter found it: the client address after trusted proxies,
 * and a request id that log lines, events and error pages share. Empty outside of a request.
 */
@RequestScoped
public class RequestOrigin {

    private String clientIp;
    private String userAgent = "";
    private String requestId = "";
    private String baseUrl = "";
    private String language = "";
    private String method = "";
    private String path = "";
    private Supplier<List<X509Certificate>> certificates = List::of;
    private ActingUser actingUser;

    /** Called once, by the web's filter. */
    public void arrived(String clientIp, String userAgent, String requestId, String baseUrl) {
        this.clientIp = clientIp;
        this.userAgent = userAgent == null ? "" : userAgent;
        this.requestId = requestId;
        this.baseUrl = baseUrl;
    }

    /** Called once, by the web's filter, with the tag of the language the browser likes best, or empty. */
    public void speaks(String languageTag) {
        this.language = languageTag;
    }

    /** Called once, by the web's filter, with the method and the path that were requested. */
    public void asks(String requestMethod, String requestPath) {
        this.method = requestMethod;
        this.path = requestPath;
    }

    /** The HTTP method; empty outside of a request. */
    public String method() {
        return method;
    }

    /** The path without the query string; empty outside of a request. */
    public String path() {
        return path;
    }

    /** Called once, by the web's filter, with what finds the certificates that the client has connected with. */
    public void shows(Supplier<List<X509Certificate>> presented) {
        this.certificates = presented;
    }

    /**
     * The certificate that the client has connected with; empty when there is none, and outside of a request. The client holds its
     * key; who has issued it is for the caller to check.
     */
    public Optional<X509Certificate> clientCertificate() {
        return certificates.get().stream().findFirst();
    }

    /** The tag of the language the browser likes best; empty when it does not say, and outside of a request. */
    public String language() {
        return language;
    }

    /** Called when the request's login turns out to be one in which somebody acts as another user. */
    public void actedBy(long userId, String username) {
        this.actingUser = new ActingUser(userId, username);
    }

    /** Who acts in the name of the request's user; empty when the user does so, and outside of a request. */
    public Optional<ActingUser> actingUser() {
        return Optional.ofNullable(actingUser);
    }

    /** The textual IP address, or null outside of a request. */
    public String clientIp() {
        return clientIp;
    }

    public String userAgent() {
        return userAgent;
    }

    public String requestId() {
        return requestId;
    }

    /** Scheme, host and port the browser used, without a trailing slash: {@code https://id.example.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The host name the browser used, without the port; empty outside of a request. */
    public String host() {
        return StrictUrl.parse(baseUrl).map(StrictUrl::host).orElse("");
    }
}
