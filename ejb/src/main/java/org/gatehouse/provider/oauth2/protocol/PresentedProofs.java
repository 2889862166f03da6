package org.gatehouse.provider.oauth2.protocol;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a request brings beside its parameters to show who holds a key.
 *
 * @param dpop the DPoP headers, as many as there are (RFC 9449 section 4.1)
 * @param certificates the client certificate of the connection first, then its chain; empty when there is none (RFC 8705)
 * @param method the HTTP method
 * @param url the address of the request as the client wrote it, without the query
 */
public record PresentedProofs(List<String> dpop, List<X509Certificate> certificates, String method, String url) {

    private static final PresentedProofs NONE = new PresentedProofs(List.of(), List.of(), "", "");

    public PresentedProofs {
        dpop = List.copyOf(dpop);
        certificates = List.copyOf(certificates);
    }

    /** Nothing at all. */
    public static PresentedProofs none() {
        return NONE;
    }

    /** The client's own certificate. */
    public Optional<X509Certificate> certificate() {
        return certificates.stream().findFirst();
    }

    @Override
    public String toString() {
        return "PresentedProofs[" + method + "]";
    }
}
