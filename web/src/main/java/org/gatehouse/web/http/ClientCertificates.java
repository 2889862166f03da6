package org.gatehouse.web.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The certificate that a client has shown when it connected: to WildFly itself, or to a trusted proxy that passes it on in the header
 * {@code gatehouse.client-certificate-header}. The header of anybody else is ignored, and so is a certificate that the proxy itself
 * has connected with. That the certificate leads to a trusted authority has not been shown: who relies on that has to check.
 */
@ApplicationScoped
public class ClientCertificates {

    private static final String CONNECTION = "jakarta.servlet.request.X509Certificate";

    @Inject
    @ConfigProperty(name = "gatehouse.client-certificate-header")
    private Optional<String> header = Optional.empty();

    @Inject
    @ConfigProperty(name = "gatehouse.trusted-proxies")
    private Optional<String> trustedProxies = Optional.empty();

    private TrustedProxies proxies;

    public ClientCertificates() {
    }

    ClientCertificates(String header, String trustedProxies) {
        this.header = Optional.ofNullable(header);
        this.trustedProxies = Optional.of(trustedProxies);
        open();
    }

    @PostConstruct
    void open() {
        proxies = TrustedProxies.parse(trustedProxies.orElse(""));
    }

    /** The client's certificate first, then what was sent along; empty when there is none, or what there is cannot be read. */
    public List<X509Certificate> of(HttpServletRequest request) {
        if (proxies.contains(request.getRemoteAddr())) {
            return header.map(name -> Collections.list(request.getHeaders(name))).filter(values -> values.size() == 1)
                    .flatMap(values -> CertificateHeader.parse(values.get(0))).map(List::of).orElse(List.of());
        }
        return request.getAttribute(CONNECTION) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }
}
