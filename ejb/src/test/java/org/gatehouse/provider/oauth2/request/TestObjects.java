package org.gatehouse.provider.oauth2.request;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.oauth2.RetiredSecretTable;
import org.gatehouse.model.oauth2.UsedIdentifierTable;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.authentication.ClientKeys;
import org.gatehouse.provider.oauth2.authentication.ClientSecrets;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
import org.gatehouse.provider.oauth2.token.Issuers;

/** Request objects that are valid; vary one thing. */
final class TestObjects {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final String ISSUER = "https://id.example.com/application/o/app/";
    static final String FORMER_SECRET = "a former secret of 32 characters";
    static final ECKey KEY = generate("c1");
    static final RSAKey RSA = rsa();

    private TestObjects() {
    }

    /** What an object says; change it. */
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer("app").audience(ISSUER).jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(NOW)).notBeforeTime(Date.from(NOW)).expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("client_id", "app").claim("response_type", "code").claim("redirect_uri", TestClients.REDIRECT_URI)
                .claim("scope", "openid").claim("state", "inside");
    }

    static String signed(JWTClaimsSet.Builder claims) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("c1"), claims, KEY);
    }

    static String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims, ECKey key) {
        try {
            SignedJWT object = new SignedJWT(header.build(), claims.build());
            object.sign(new ECDSASigner(key));
            return object.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String signedByRsa(JWSAlgorithm algorithm) {
        try {
            SignedJWT object = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("r1").build(), claims().build());
            object.sign(new RSASSASigner(RSA));
            return object.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String mac(byte[] secret) {
        try {
            SignedJWT object = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(), claims().build());
            object.sign(new MACSigner(secret));
            return object.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static ECKey generate(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("r1").generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A client with the two keys registered. */
    static OAuthClient client(JsonObjectBuilder requests) {
        return TestClients.client(document(requests));
    }

    static JsonObjectBuilder document(JsonObjectBuilder requests) {
        return TestClients.settings().add("authorization_requests", requests)
                .add("client_authentication", Json.createObjectBuilder().add("jwks", jwks()));
    }

    static OAuthClient client() {
        return client(Json.createObjectBuilder());
    }

    static JsonObject jwks() {
        return Json.createReader(new StringReader(new JWKSet(java.util.List.of(KEY, RSA)).toPublicJWKSet().toString())).readObject();
    }

    static RequestObjects objects(KeyStore store) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new RequestObjects(new RequestObjectKeys(new ClientKeys(new OutgoingHttp(), clock), store, secrets()),
                new RequestObjectClaims(issuers(), used(), clock));
    }

    /** The present secret, and a former one of all clients. */
    private static ClientSecrets secrets() {
        return Wired.with(new ClientSecrets(), TestClients.CIPHER, Clock.fixed(NOW, ZoneOffset.UTC), new RetiredSecretTable() {
            @Override
            public Optional<String> find(UUID providerId, Instant now) {
                return Optional.of(TestClients.CIPHER.seal(FORMER_SECRET));
            }
        });
    }

    static RequestObjects objects() {
        return objects(new KeyStore());
    }

    private static Issuers issuers() {
        return new Issuers() {
            @Override
            public String issuer(OAuthClient client) {
                return ISSUER;
            }
        };
    }

    private static UsedIdentifiers used() {
        Set<UUID> seen = new HashSet<>();
        return new UsedIdentifiers(new UsedIdentifierTable() {
            @Override
            public boolean add(UUID id, Instant expires) {
                if (expires.isAfter(Instant.parse("+294276-01-01T00:00:00Z"))) {
                    throw new IllegalStateException("timestamp out of range");
                }
                return expires.isAfter(NOW) && seen.add(id);
            }
        });
    }
}
