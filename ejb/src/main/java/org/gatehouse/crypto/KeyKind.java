package org.gatehouse.crypto;

/** The kinds of key pair the product makes. */
public enum KeyKind {
    /** RSA with a modulus of 2048 bits, for RS256. */
    RSA_2048,
    /** The curve P-256, for ES256. */
    EC_P256
}
