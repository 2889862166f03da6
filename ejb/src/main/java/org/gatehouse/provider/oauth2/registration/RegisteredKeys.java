package org.gatehouse.provider.oauth2.registration;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.Set;

/** What keys a client may register (RFC 7591 section 2): public ones, by value or by address but not both. */
final class RegisteredKeys {

    private static final int MOST = 20;

    private RegisteredKeys() {
    }

    /** @throws org.gatehouse.provider.oauth2.protocol.OAuthRefusal {@code invalid_client_metadata} */
    static void check(ClientMetadata metadata) {
        if (metadata.has(MetadataName.JWKS) && metadata.has(MetadataName.JWKS_URI)) {
            throw ClientMetadata.refused("The members jwks and jwks_uri exclude each other.");
        }
        metadata.value(MetadataName.JWKS).ifPresent(jwks -> {
            if (!arePublic((JsonObject) jwks)) {
                throw ClientMetadata.refused("The member jwks is not a set of public keys.");
            }
        });
    }

    /** Whether the document is a JWK set that holds public keys and nothing else. */
    static boolean arePublic(JsonObject document) {
        try {
            JWKSet keys = JWKSet.parse(document.toString());
            return !keys.isEmpty() && keys.size() <= MOST && keys.getKeys().stream().allMatch(RegisteredKeys::isPublic);
        } catch (ParseException malformed) {
            return false;
        }
    }

    private static boolean isPublic(JWK key) {
        return Set.of(KeyType.RSA, KeyType.EC, KeyType.OKP).contains(key.getKeyType()) && !key.isPrivate();
    }
}
