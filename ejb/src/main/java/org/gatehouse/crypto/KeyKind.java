package org.gatehouse.crypto;

import org.bouncycastle.asn1.x509.KeyUsage;

/** The kinds of key pair the product makes. */
public enum KeyKind {
    /** RSA with a modulus of 2048 bits, for RS256 and its kin. */
    RSA_2048("RSA", "SHA256withRSA", KeyUsage.digitalSignature | KeyUsage.keyEncipherment),
    /** The curve P-256, for ES256. */
    EC_P256("EC", "SHA256withECDSA", KeyUsage.digitalSignature),
    /** The curve Ed25519, for EdDSA. */
    ED25519("Ed25519", "Ed25519", KeyUsage.digitalSignature),
    /** The curve Ed448, for EdDSA. */
    ED448("Ed448", "Ed448", KeyUsage.digitalSignature);

    private final String generator;
    private final String signature;
    private final int usage;

    KeyKind(String generator, String signature, int usage) {
        this.generator = generator;
        this.signature = signature;
        this.usage = usage;
    }

    /** The platform's name of what makes such keys. */
    String generator() {
        return generator;
    }

    /** The platform's name of the signature that such a key makes under a certificate. */
    String signature() {
        return signature;
    }

    /** What a certificate over such a key is good for, as bits of {@link KeyUsage}. */
    int usage() {
        return usage;
    }
}
