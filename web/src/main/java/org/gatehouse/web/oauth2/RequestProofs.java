package org.gatehouse.web.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.web.http.ClientCertificates;

/** Reads what a request brings to show who holds a key: DPoP headers and the client certificate of the connection. */
@ApplicationScoped
public class RequestProofs {

    @Inject
    private ClientCertificates certificates;

    @Inject
    private RequestOrigin origin;

    /** The proofs of a request, as they came. */
    public PresentedProofs of(HttpServletRequest request) {
        return new PresentedProofs(Collections.list(request.getHeaders("DPoP")), certificates.of(request), request.getMethod(),
                origin.baseUrl() + request.getRequestURI());
    }
}
