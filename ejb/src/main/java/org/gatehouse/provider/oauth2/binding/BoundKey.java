package org.gatehouse.provider.oauth2.binding;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;

/**
 * The key that an ID token is bound to (OpenID Connect Key Binding, as the contract has it): that of the DPoP proof of the token request.
 * Whether the proof is good, {@link SenderConstraints#shown} has looked at.
 */
public final class BoundKey {

    private final DpopProof proof;

    private BoundKey(DpopProof proof) {
        this.proof = proof;
    }

    /** The key that a request shows; empty without a proof. */
    public static Optional<BoundKey> of(PresentedProofs proofs) {
        return proofs.dpop().stream().findFirst().flatMap(DpopProof::parse).map(BoundKey::new);
    }

    /** Whether the proof was made for this code: it says its hash in {@code c_s256}. */
    public boolean isFor(String code) {
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256Bytes(code));
        return proof.text("c_s256").filter(said -> Digests.equal(said, hash)).isPresent();
    }

    /** The public key as JSON (RFC 7517). */
    public Map<String, Object> jwk() {
        return proof.key().toPublicJWK().toJSONObject();
    }
}
