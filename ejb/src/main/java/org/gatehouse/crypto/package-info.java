/**
 * Keys, certificates, digests and sealing. Everything secret that is stored goes through
 * {@link org.gatehouse.crypto.SecretCipher}; everything secret that is only compared is kept as a
 * {@link org.gatehouse.crypto.Digests digest}.
 */
package org.gatehouse.crypto;
