package org.gatehouse.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.event.RequestOrigin;

/**
 * Finds out where a request comes from and under which address Gatehouse was reached, for {@link RequestOrigin}. The outermost
 * filter. A request to a host that cannot be one is refused with 400.
 */
public class RequestOriginFilter extends HttpFilter {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Inject
    private transient RequestOrigin origin;

    /** Addresses and networks of reverse proxies, comma-separated. */
    @Inject
    @ConfigProperty(name = "gatehouse.trusted-proxies")
    private transient Optional<String> trustedProxies;

    /** Scheme, host and port under which browsers reach Gatehouse; without it, those of each request count. */
    @Inject
    @ConfigProperty(name = "gatehouse.base-url")
    private transient Optional<String> configuredBaseUrl;

    @Inject
    private transient ClientCertificates certificates;

    private transient TrustedProxies proxies;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        proxies = TrustedProxies.parse(trustedProxies.orElse(""));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ForwardedRequest forwarded = ForwardedRequest.of(request.getRemoteAddr(), request.getScheme(),
                name -> Collections.list(request.getHeaders(name)), proxies);
        Optional<String> baseUrl = configuredBaseUrl.map(url -> url.replaceAll("/+$", "")).or(forwarded::baseUrl);
        if (baseUrl.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("Bad Request: the Host header is not a host name.\n");
            return;
        }
        String requestId = requestId(request);
        origin.arrived(forwarded.clientIp(), request.getHeader("User-Agent"), requestId, baseUrl.get());
        origin.speaks(request.getHeader("Accept-Language") == null ? "" : request.getLocale().toLanguageTag());
        origin.asks(request.getMethod(), request.getRequestURI());
        origin.shows(() -> certificates.of(request));
        response.setHeader("X-Request-Id", requestId);
        chain.doFilter(request, response);
    }

    private String requestId(HttpServletRequest request) {
        String sent = request.getHeader("X-Request-Id");
        boolean believed = sent != null && REQUEST_ID.matcher(sent).matches() && proxies.contains(request.getRemoteAddr());
        return believed ? sent : UUID.randomUUID().toString().replace("-", "");
    }
}
