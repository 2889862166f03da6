package org.gatehouse.web.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import org.gatehouse.provider.oauth2.binding.DpopNonces;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;
import org.gatehouse.provider.oauth2.protocol.OAuthError;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;

/** How endpoints that take access tokens say what is missing: {@code WWW-Authenticate} for both schemes, and nonces for DPoP proofs. */
@ApplicationScoped
class ResourceChallenges {

    private static final String BEARER = "Bearer realm=\"gatehouse\"";
    private static final String DPOP = "DPoP algs=\"" + String.join(" ", ClientSignatures.names()) + "\"";

    @Inject
    private DpopNonces nonces;

    /** RFC 6750 section 3.1: no error code for a request without authentication. */
    void challenge(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", BEARER);
        response.addHeader("WWW-Authenticate", DPOP);
    }

    /** Says what is wrong, in the scheme it concerns; the other one is named as well (RFC 9449 section 7.2). */
    void challenge(HttpServletResponse response, OAuthError error) {
        boolean proof = isAboutProof(error);
        String said = ", error=\"" + error.error() + "\", error_description=\"" + error.description() + "\"";
        response.setHeader("WWW-Authenticate", BEARER + (proof ? "" : said));
        response.addHeader("WWW-Authenticate", DPOP + (proof ? said : ""));
        offerNonce(response, error);
    }

    /** Gives the client the nonce that it is to come again with (RFC 9449 sections 8 and 9). */
    void offerNonce(HttpServletResponse response, OAuthError error) {
        if (error.code() == OAuthErrorCode.USE_DPOP_NONCE) {
            response.setHeader("DPoP-Nonce", nonces.next());
        }
    }

    /** The status of a refusal: without a good proof the request is not authenticated. */
    static int status(OAuthError error) {
        return isAboutProof(error) ? HttpServletResponse.SC_UNAUTHORIZED : error.code().status();
    }

    private static boolean isAboutProof(OAuthError error) {
        return error.code() == OAuthErrorCode.USE_DPOP_NONCE || error.code() == OAuthErrorCode.INVALID_DPOP_PROOF;
    }
}
