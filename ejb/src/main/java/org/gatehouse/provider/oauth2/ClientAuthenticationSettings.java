package org.gatehouse.provider.oauth2;

import jakarta.json.JsonObject;
import jakarta.validation.constraints.Size;
import org.gatehouse.type.Default;

/**
 * How a client proves who it is beyond its secret, and to whom its tokens are bound (RFC 7591 section 2, RFC 8705, RFC 9449). Names are
 * those of client metadata.
 *
 * @param jwks the client's own public keys, or null (RFC 7517)
 * @param jwksUri where its keys are published instead, or empty
 * @param tokenEndpointAuthMethod the only method it may use; null for those of the contract: its secret in header or form, or nothing
 *        if it is public
 * @param tokenEndpointAuthSigningAlg the only algorithm of its assertions, or empty for any that fits
 * @param tlsClientAuthSubjectDn the subject of its certificate (RFC 4514), or empty; of this and the next four exactly one is needed for
 *        {@code tls_client_auth} (RFC 8705 section 2.1.2)
 * @param tlsClientAuthSanDns a DNS name in its certificate, or empty
 * @param tlsClientAuthSanUri a URI in its certificate, or empty
 * @param tlsClientAuthSanIp an address in its certificate, or empty
 * @param tlsClientAuthSanEmail an e-mail address in its certificate, or empty
 * @param tlsClientCertificateBoundAccessTokens whether every token is bound to the certificate of the connection (RFC 8705 section 3)
 * @param dpopBoundAccessTokens whether every token is bound to a key by DPoP (RFC 9449 section 5.2)
 * @param dpopNonceRequired whether its DPoP proofs need a nonce of ours (RFC 9449 section 8)
 */
public record ClientAuthenticationSettings(
        JsonObject jwks,
        @Default("") @Size(max = 2048) String jwksUri,
        ClientAuthenticationMethod tokenEndpointAuthMethod,
        @Default("") @Size(max = 16) String tokenEndpointAuthSigningAlg,
        @Default("") @Size(max = 1024) String tlsClientAuthSubjectDn,
        @Default("") @Size(max = 255) String tlsClientAuthSanDns,
        @Default("") @Size(max = 2048) String tlsClientAuthSanUri,
        @Default("") @Size(max = 64) String tlsClientAuthSanIp,
        @Default("") @Size(max = 255) String tlsClientAuthSanEmail,
        @Default("false") boolean tlsClientCertificateBoundAccessTokens,
        @Default("false") boolean dpopBoundAccessTokens,
        @Default("false") boolean dpopNonceRequired) {

    /** The same with every token bound to a key. */
    public ClientAuthenticationSettings boundByKey() {
        return new ClientAuthenticationSettings(jwks, jwksUri, tokenEndpointAuthMethod, tokenEndpointAuthSigningAlg, tlsClientAuthSubjectDn,
                tlsClientAuthSanDns, tlsClientAuthSanUri, tlsClientAuthSanIp, tlsClientAuthSanEmail, tlsClientCertificateBoundAccessTokens, true,
                dpopNonceRequired);
    }

    /** The same with another method of authentication as the only one. */
    public ClientAuthenticationSettings provingBy(ClientAuthenticationMethod method) {
        return new ClientAuthenticationSettings(jwks, jwksUri, method, tokenEndpointAuthSigningAlg, tlsClientAuthSubjectDn,
                tlsClientAuthSanDns, tlsClientAuthSanUri, tlsClientAuthSanIp, tlsClientAuthSanEmail, tlsClientCertificateBoundAccessTokens,
                dpopBoundAccessTokens, dpopNonceRequired);
    }
}
