package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Set;

/**
 * EdDSA with the platform's own implementation (RFC 8037 section 3.1). The library's signer needs another library, knows Ed25519 only
 * and wants the bare bytes of the key, which a key in hardware does not give away.
 */
public final class EdwardsSigner extends BaseJWSProvider implements JWSSigner {

    private final PrivateKey key;

    /** @param key on Ed25519 or Ed448 */
    public EdwardsSigner(PrivateKey key) {
        super(Set.of(JWSAlgorithm.EdDSA));
        this.key = key;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
        try {
            Signature signature = Signature.getInstance("EdDSA");
            signature.initSign(key);
            signature.update(signingInput);
            return Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new JOSEException("The key cannot sign.", broken);
        }
    }
}
