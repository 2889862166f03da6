package org.gatehouse.provider.oauth2.binding;

import com.nimbusds.jose.util.X509CertUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;

/** Binds tokens to keys and certificates, and takes bound ones only from their holders. Runs in the caller's transaction. */
@ApplicationScoped
public class SenderConstraints {

    private DpopProofs proofs;

    /** For the container's proxy. */
    protected SenderConstraints() {
    }

    @Inject
    public SenderConstraints(DpopProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * What the client shows to hold, to whom its tokens will be bound: a key when it sends a DPoP proof, its certificate when it has
     * registered for that.
     *
     * @throws OAuthRefusal when it has to show something and does not (RFC 9449 section 5.2), or the proof is not good
     */
    public Confirmation shown(OAuthClient client, PresentedProofs presented) {
        boolean keyed = !presented.dpop().isEmpty() || client.settings().clientAuthentication().dpopBoundAccessTokens();
        String key = keyed ? proofs.verify(client, presented, Optional.empty()) : null;
        String certificate = null;
        if (client.settings().clientAuthentication().tlsClientCertificateBoundAccessTokens()) {
            certificate = presented.certificate().map(SenderConstraints::thumbprint)
                    .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The connection has no client certificate."));
        }
        return key == null && certificate == null ? Confirmation.NONE : new Confirmation(key, certificate);
    }

    /**
     * Lets only its holder use a token (RFC 9449 section 7.1, RFC 8705 section 3). One that is bound to a key is refused as a bearer token,
     * one that is not is refused with the scheme {@code DPoP} (section 7.2).
     *
     * @throws OAuthRefusal {@code invalid_token}, {@code invalid_dpop_proof} or {@code use_dpop_nonce}
     */
    public void requireHolder(OAuthClient client, Confirmation bound, PresentedToken token) {
        boolean keyed = bound.keyThumbprint() != null;
        if (keyed != token.dpop()) {
            throw invalidToken();
        }
        String key = keyed ? proofs.verify(client, token.proofs(), Optional.of(token.value())) : null;
        String certificate = token.proofs().certificate().map(SenderConstraints::thumbprint).orElse(null);
        if (!bound.isMetBy(new Confirmation(key, certificate))) {
            throw invalidToken();
        }
    }

    /**
     * The key that the code of a pushed request will be bound to (RFC 9449 section 10.1): that of its proof, or that it names.
     *
     * @param named the parameter {@code dpop_jkt} of the request
     * @throws OAuthRefusal {@code invalid_dpop_proof}, {@code use_dpop_nonce}, or {@code invalid_request} when the two differ
     */
    public Optional<String> pushedKey(OAuthClient client, TokenRequest request, Optional<String> named) {
        if (request.proofs().dpop().isEmpty()) {
            return named;
        }
        String shown = proofs.verify(client, request.proofs(), Optional.empty());
        if (named.filter(key -> !key.equals(shown)).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The dpop_jkt is not that of the DPoP proof.");
        }
        return Optional.of(shown);
    }

    /** RFC 8705 section 3.1. */
    static String thumbprint(X509Certificate certificate) {
        return X509CertUtils.computeSHA256Thumbprint(certificate).toString();
    }

    private static OAuthRefusal invalidToken() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_TOKEN, "The access token is not valid.");
    }
}
