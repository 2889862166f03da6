package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Optional;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authentication.ClientKeys;
import org.gatehouse.provider.oauth2.jose.ContentEncryption;
import org.gatehouse.provider.oauth2.jose.EncryptionFormat;
import org.gatehouse.provider.oauth2.jose.KeyAlgorithm;
import org.gatehouse.provider.oauth2.jose.PublicKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * Encrypts what only the client may read: to a key that it publishes, to the provider's {@code encryption_key}, or with its secret. What
 * is to be encrypted never goes out in the clear, not even when the client's keys cannot be had.
 */
@ApplicationScoped
public class TokenEncryption {

    /** What {@code cty} says of a signed token (RFC 7519 section 5.2). */
    private static final String NESTED = "JWT";

    /** The contract's way for a provider with an encryption key and no algorithm. */
    private static final EncryptionFormat OF_CONTRACT = new EncryptionFormat(KeyAlgorithm.RSA_OAEP_256, ContentEncryption.A256CBC_HS512);

    @Inject
    private KeyStore keys;

    @Inject
    private ClientKeys clientKeys;

    @Inject
    private SecretCipher cipher;

    public TokenEncryption() {
    }

    TokenEncryption(KeyStore keys, ClientKeys clientKeys, SecretCipher cipher) {
        this.keys = keys;
        this.clientKeys = clientKeys;
        this.cipher = cipher;
    }

    /** The ID token as the client gets it: encrypted as it has registered, or to the provider's encryption key, or as it is. */
    String idToken(OAuthClient client, String signed) {
        return client.settings().tokenFormats().idTokenEncryption().map(format -> nested(client, format, signed))
                .orElseGet(() -> client.settings().encryptionKey() == null ? signed : OF_CONTRACT.encrypt(signed, NESTED,
                        chosen(client, OF_CONTRACT.algorithm()).orElseThrow(() -> new IllegalStateException("The encryption key is gone."))));
    }

    /** A signed token, encrypted (RFC 7519 section 11.2). */
    public String nested(OAuthClient client, EncryptionFormat format, String signed) {
        return encrypt(client, format, signed, NESTED);
    }

    /**
     * Encrypts a text for the client.
     *
     * @param contentType null for claims
     * @throws OAuthRefusal {@code invalid_request} when the client publishes no key that fits at the moment
     */
    String encrypt(OAuthClient client, EncryptionFormat format, String text, String contentType) {
        if (format.algorithm().isSymmetric()) {
            return format.encrypt(text, contentType, cipher.open(client.settings().clientSecret().sealed()));
        }
        JWK recipient = published(client, format.algorithm()).or(() -> chosen(client, format.algorithm()))
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The client publishes no key to encrypt to."));
        return format.encrypt(text, contentType, recipient);
    }

    /** One that is meant for encryption before one that does not say. */
    private Optional<JWK> published(OAuthClient client, KeyAlgorithm algorithm) {
        return clientKeys.recent(client).getKeys().stream().filter(algorithm::fits)
                .min(Comparator.comparing(key -> !KeyUse.ENCRYPTION.equals(key.getKeyUse())));
    }

    private Optional<JWK> chosen(OAuthClient client, KeyAlgorithm algorithm) {
        return Optional.ofNullable(client.settings().encryptionKey()).flatMap(ref -> keys.certificate(ref.id()))
                .map(TokenEncryption::key).filter(algorithm::fits);
    }

    private static JWK key(X509Certificate certificate) {
        return PublicKeys.of(null, certificate, KeyUse.ENCRYPTION, null);
    }
}
