package org.gatehouse.provider.oauth2.request;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authentication.ClientKeys;
import org.gatehouse.provider.oauth2.authentication.ClientSecrets;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * Opens request objects and verifies their signatures (RFC 9101 section 6). Keys are the client's registered ones, or its secret for a
 * MAC, and never what a header carries or points to; the header's algorithm must be one that the client may use.
 */
@ApplicationScoped
public class RequestObjectKeys {

    private static final Set<EncryptionMethod> CONTENT = Set.of(EncryptionMethod.A128CBC_HS256, EncryptionMethod.A256CBC_HS512,
            EncryptionMethod.A128GCM, EncryptionMethod.A256GCM);

    private ClientKeys keys;
    private KeyStore store;
    private ClientSecrets secrets;

    /** For the container's proxy. */
    protected RequestObjectKeys() {
    }

    @Inject
    public RequestObjectKeys(ClientKeys keys, KeyStore store, ClientSecrets secrets) {
        this.keys = keys;
        this.store = store;
        this.secrets = secrets;
    }

    /**
     * The object without its encryption, if it has any. What comes out has to be signed as if it had come so.
     *
     * @throws OAuthRefusal when it cannot be opened, or is open and may not be
     */
    String opened(OAuthClient client, String object) {
        boolean encrypted = object.chars().filter(c -> c == '.').count() == 4;
        if (!encrypted) {
            if (!client.settings().authorizationRequests().requestObjectEncryptionAlg().isEmpty()) {
                throw invalid("The request object is not encrypted.");
            }
            return object;
        }
        try {
            JWEObject jwe = JWEObject.parse(object);
            boolean known = jwe.getHeader().getAlgorithm().equals(JWEAlgorithm.RSA_OAEP_256)
                    && CONTENT.contains(jwe.getHeader().getEncryptionMethod());
            SigningKey own = decryptionKey(client).filter(key -> known).orElseThrow(() -> invalid("The encryption is not supported."));
            jwe.decrypt(new RSADecrypter(own.privateKey()));
            return jwe.getPayload().toString();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException unreadable) {
            throw invalid("The request object cannot be decrypted.");
        }
    }

    /** What request objects may be encrypted with: something only for a provider whose encryption key has its private half here. */
    List<String> encryptionAlgorithms(OAuthClient client) {
        return decryptionKey(client).map(key -> List.of(JWEAlgorithm.RSA_OAEP_256.getName())).orElse(List.of());
    }

    static List<String> contentAlgorithms() {
        return CONTENT.stream().map(EncryptionMethod::getName).sorted().toList();
    }

    private Optional<SigningKey> decryptionKey(OAuthClient client) {
        return Optional.ofNullable(client.settings().encryptionKey()).flatMap(ref -> store.signingKey(ref.id()))
                .filter(key -> key.certificate().getPublicKey() instanceof java.security.interfaces.RSAPublicKey);
    }

    /** @throws OAuthRefusal {@code invalid_request_object} when the client has not signed this */
    void verify(OAuthClient client, SignedJWT object) {
        JWSHeader header = object.getHeader();
        if (!RequestObjectAlgorithms.of(client).contains(header.getAlgorithm())) {
            throw invalid("The algorithm of the request object is not one the client may use.");
        }
        boolean theirs = JWSAlgorithm.Family.HMAC_SHA.contains(header.getAlgorithm()) ? secrets.any(client, secret -> isSealed(object, secret))
                : ClientSignatures.verify(object, keys.withKey(client, header.getKeyID()), ClientSignatures.ALGORITHMS);
        if (!theirs) {
            throw invalid("The signature of the request object is not the client's.");
        }
    }

    /** The former secret counts as well while it is good: a client with many servers does not change it everywhere at once. */
    private static boolean isSealed(SignedJWT object, String secret) {
        try {
            return object.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException | IllegalStateException tooShort) {
            return false;
        }
    }

    /** Whether the client has anything that a signature of its could be verified with. */
    static boolean canSign(OAuthClient client) {
        boolean published = client.settings().clientAuthentication().jwks() != null || !client.settings().clientAuthentication().jwksUri().isEmpty();
        return published || !client.settings().isPublic();
    }

    /** Whether the client is known to sign, so that an object without signature cannot be its. */
    static boolean mustSign(OAuthClient client) {
        AuthorizationRequestSettings settings = client.settings().authorizationRequests();
        return settings.signedOnly() || settings.securityProfile().isFapi()
                || !settings.requestObjectSigningAlg().isEmpty() && !settings.requestObjectSigningAlg().equals("none");
    }

    static OAuthRefusal invalid(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST_OBJECT, description);
    }
}
