package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Set;

/** Key pairs of clients, made once for all tests, and what is signed with them. */
public final class TestKeys {

    public static final RSAKey RSA = make(() -> new RSAKeyGenerator(2048).keyID("rsa").generate());
    public static final RSAKey SHORT_RSA = make(() -> new RSAKeyGenerator(1024, true).keyID("short").generate());
    public static final ECKey EC = make(() -> new ECKeyGenerator(Curve.P_256).keyID("ec").generate());
    public static final ECKey OTHER_EC = make(() -> new ECKeyGenerator(Curve.P_256).keyID("other").generate());
    public static final OctetKeyPair ED = make(() -> new OctetKeyPairGenerator(Curve.Ed25519).keyID("ed").generate());

    private TestKeys() {
    }

    /** What makes a key. */
    private interface Maker<K> {
        K make() throws JOSEException;
    }

    private static <K> K make(Maker<K> maker) {
        try {
            return maker.make();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The public halves, as a client registers them. */
    public static JsonObject jwks(JWK... keys) {
        return read(new JWKSet(List.of(keys)).toString(true));
    }

    /** The keys with their private halves, as a client must never register them. */
    public static JsonObject privateJwks(JWK... keys) {
        return read(new JWKSet(List.of(keys)).toString(false));
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** A signed JWT in compact form. */
    public static String sign(JWK key, JWSHeader header, JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(header, claims);
        make(() -> {
            JWSSigner signer = key == SHORT_RSA ? new RSASSASigner(SHORT_RSA.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                    : new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm());
            jwt.sign(signer);
            return key;
        });
        return jwt.serialize();
    }
}
