package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.EncryptionMethod;
import org.gatehouse.model.WireName;

/** How the content of a JWE is encrypted (RFC 7518 section 5.1). */
public enum ContentEncryption implements WireName {
    A128CBC_HS256(EncryptionMethod.A128CBC_HS256),
    A192CBC_HS384(EncryptionMethod.A192CBC_HS384),
    A256CBC_HS512(EncryptionMethod.A256CBC_HS512),
    A128GCM(EncryptionMethod.A128GCM),
    A192GCM(EncryptionMethod.A192GCM),
    A256GCM(EncryptionMethod.A256GCM);

    private final EncryptionMethod enc;

    ContentEncryption(EncryptionMethod enc) {
        this.enc = enc;
    }

    /** The name in {@code enc}. */
    @Override
    public String wireName() {
        return enc.getName();
    }

    /** The method as the library knows it. */
    public EncryptionMethod enc() {
        return enc;
    }
}
