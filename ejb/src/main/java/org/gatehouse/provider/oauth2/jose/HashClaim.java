package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/**
 * What ties something to the token beside it: {@code at_hash}, {@code c_hash} (OpenID Connect Core 1.0 sections 3.1.3.6 and 3.3.2.11) and
 * {@code s_hash} are all the left half of the hash that goes with the token's signature.
 */
public final class HashClaim {

    private static final int ED448_HASH_BYTES = 114;

    private HashClaim() {
    }

    /** @param curve of the signature where the algorithm is EdDSA, which has a hash for each; else null */
    public static String of(String value, JWSAlgorithm algorithm, Curve curve) {
        return Curve.Ed448.equals(curve) ? ofEd448(value)
                : AccessTokenHash.compute(new BearerAccessToken(value), algorithm, curve).getValue();
    }

    /** RFC 8032 section 5.2: SHAKE256 with 114 bytes. The library has none for this curve. */
    private static String ofEd448(String value) {
        byte[] text = value.getBytes(StandardCharsets.US_ASCII);
        byte[] hash = new byte[ED448_HASH_BYTES];
        SHAKEDigest digest = new SHAKEDigest(256);
        digest.update(text, 0, text.length);
        digest.doFinal(hash, 0, hash.length);
        return Base64URL.encode(Arrays.copyOf(hash, hash.length / 2)).toString();
    }
}
