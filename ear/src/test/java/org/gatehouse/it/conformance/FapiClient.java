package org.gatehouse.it.conformance;

import static org.gatehouse.it.conformance.RelyingParty.done;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.URI;
import java.util.Date;
import java.util.List;

/**
 * A client of the FAPI plans: it has keys instead of a secret, one to say who it is and one that its tokens are bound to.
 *
 * @param key what it authenticates and signs requests with
 * @param proofKey what it proves possession of
 */
record FapiClient(String id, String redirectUri, ECKey key, ECKey proofKey) {

    static FapiClient create(String id, String redirectUri) {
        return done(() -> new FapiClient(id, redirectUri, new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256).generate(), new ECKeyGenerator(Curve.P_256).generate()));
    }

    /** The document that is registered. */
    String jwks() {
        return new JWKSet(key).toString(true);
    }

    /** Proves who the client is to the issuer (FAPI 2.0 section 5.3.3.1: the audience is the issuer, as one string). */
    PrivateKeyJWT authentication(String issuer) {
        return done(() -> new PrivateKeyJWT(new JWTAuthenticationClaimsSet(new ClientID(id), new Audience(issuer)),
                JWSAlgorithm.ES256, key.toECPrivateKey(), key.getKeyID(), null));
    }

    /** A proof for a request to the address (RFC 9449 section 4). */
    SignedJWT proof(String method, URI address) {
        return done(() -> factory().createDPoPJWT(method, address));
    }

    /** A proof for a request with a token. */
    SignedJWT proof(String method, URI address, AccessToken token) {
        return done(() -> factory().createDPoPJWT(method, address, token));
    }

    private DPoPProofFactory factory() throws com.nimbusds.jose.JOSEException {
        return new DefaultDPoPProofFactory(proofKey, JWSAlgorithm.ES256);
    }
}
