package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.provider.oauth2.OAuthClient;

/** The keys of a client: what signs its tokens, what encrypts its ID tokens, what it gets to see of both. */
@ApplicationScoped
public class ProviderKeys {

    @Inject
    private KeyStore keys;

    @Inject
    private SecretCipher cipher;

    public ProviderKeys() {
    }

    ProviderKeys(KeyStore keys, SecretCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    /** What signs the client's tokens. */
    public TokenSigner signer(OAuthClient client) {
        if (client.settings().signingKey() == null) {
            return TokenSigner.of(cipher.open(client.settings().clientSecret().sealed()));
        }
        return TokenSigner.of(signingKey(client).orElseThrow(() -> new IllegalStateException("The signing key has no private key.")));
    }

    private Optional<SigningKey> signingKey(OAuthClient client) {
        return Optional.ofNullable(client.settings().signingKey()).flatMap(ref -> keys.signingKey(ref.id()));
    }

    /** The public half of the signing key (RFC 7517); empty when the client secret signs. */
    public String jwks(OAuthClient client) {
        return new JWKSet(signingKey(client).map(ProviderKeys::publicKey).map(List::of).orElse(List.of())).toString(true);
    }

    /** The ID token, encrypted with RSA-OAEP-256 and A256CBC-HS512 if the client has an encryption key. */
    public String encrypt(OAuthClient client, String signed) {
        if (client.settings().encryptionKey() == null) {
            return signed;
        }
        X509Certificate certificate = keys.certificate(client.settings().encryptionKey().id())
                .orElseThrow(() -> new IllegalStateException("The encryption key is gone."));
        JWEObject encrypted = new JWEObject(new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256CBC_HS512)
                .contentType("JWT").build(), new Payload(signed));
        try {
            encrypted.encrypt(new RSAEncrypter((RSAPublicKey) certificate.getPublicKey()));
        } catch (JOSEException broken) {
            throw new IllegalStateException("Cannot encrypt an ID token", broken);
        }
        return encrypted.serialize();
    }

    private static JWK publicKey(SigningKey key) {
        try {
            List<Base64> chain = List.of(Base64.encode(key.certificate().getEncoded()));
            if (key.certificate().getPublicKey() instanceof ECPublicKey ec) {
                return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).keyID(key.keyId()).keyUse(KeyUse.SIGNATURE)
                        .algorithm(TokenSigner.algorithmOf(ec)).x509CertChain(chain).build();
            }
            return new RSAKey.Builder((RSAPublicKey) key.certificate().getPublicKey()).keyID(key.keyId()).keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256).x509CertChain(chain).build();
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("Cannot encode a certificate", broken);
        }
    }
}
