package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.model.config.Provider;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TokenFormatSettings;
import org.gatehouse.provider.oauth2.authentication.ClientKeys;
import org.gatehouse.provider.oauth2.jose.PublicKeys;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;
import org.gatehouse.type.Ref;

/**
 * The keys of a client: what signs its tokens, what has signed them before or will, what it gets to see of both.
 *
 * <p>A key is rotated without anybody noticing: list the new one among the further keys, and clients learn it; make it the signing key
 * and list the old one instead, and its tokens stay recognised; take the old one out when the longest of its tokens has expired.
 *
 * <p>A client that has registered itself knows the keys of the issuer it has registered with, and no others: its tokens are signed with
 * what signs there now, or with a further key there if only that one can do the algorithm that the client has registered for.
 */
@ApplicationScoped
public class ProviderKeys {

    /** The type of ID tokens that are bound to a key of the client (OpenID Connect Key Binding). */
    static final JOSEObjectType BOUND_ID_TOKEN = new JOSEObjectType("dpop+id_token");

    @Inject
    private KeyStore keys;

    @Inject
    private SecretCipher cipher;

    @Inject
    private TokenEncryption encryption;

    @Inject
    private OAuthClients clients;

    public ProviderKeys() {
    }

    ProviderKeys(KeyStore keys, SecretCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
        this.encryption = new TokenEncryption(keys, new ClientKeys(null, null), cipher);
    }

    /** What signs the client's access tokens and everything else that nobody has chosen an algorithm for. */
    public TokenSigner signer(OAuthClient client) {
        return signer(client, signingAlgorithm(client));
    }

    /** What signs ID tokens and logout tokens: as the client has registered, else as {@link #signer(OAuthClient)}. */
    public TokenSigner idTokenSigner(OAuthClient client) {
        return signer(client, idTokenAlgorithm(client));
    }

    /**
     * What signs with an algorithm that was checked when the provider was saved: the client secret or the signing key.
     *
     * @throws IllegalStateException when the key was exchanged since for one of another kind
     */
    public TokenSigner signer(OAuthClient client, SigningAlgorithm algorithm) {
        return algorithm.isSymmetric() ? TokenSigner.of(secret(client), algorithm) : TokenSigner.of(requireKey(client, algorithm), algorithm);
    }

    /** The algorithm of {@link #idTokenSigner}. */
    public SigningAlgorithm idTokenAlgorithm(OAuthClient client) {
        return Optional.ofNullable(formats(client).idTokenSignedResponseAlg()).orElseGet(() -> signingAlgorithm(client));
    }

    /**
     * The algorithm of {@link #signer(OAuthClient)}: that of ID tokens if the same key signs them, else what the key asks for; without a
     * key HS256. A client that expects PS256 does not want anything of its own in RS256.
     */
    public SigningAlgorithm signingAlgorithm(OAuthClient client) {
        SigningAlgorithm chosen = formats(client).idTokenSignedResponseAlg();
        boolean byKey = issuing(client).settings().signingKey() != null;
        if (chosen != null && chosen.isSymmetric() != byKey) {
            return chosen;
        }
        return byKey ? natural(client, requireKey(client).certificate().getPublicKey())
                .orElseThrow(() -> new IllegalStateException("The signing key cannot sign tokens.")) : SigningAlgorithm.HS256;
    }

    /** PS256 and not RS256 where the client's profile is FAPI. */
    private static Optional<SigningAlgorithm> natural(OAuthClient client, PublicKey key) {
        boolean fapi = client.settings().authorizationRequests().securityProfile().isFapi();
        return Optional.of(key).filter(found -> fapi).flatMap(SigningAlgorithm::ofFapiKey).or(() -> SigningAlgorithm.ofKey(key));
    }

    /** The algorithms that the client could have its tokens signed with under its profile, the present one of ID tokens first. */
    public List<SigningAlgorithm> algorithms(OAuthClient client) {
        int secretLength = secret(client).length();
        Optional<SigningKey> key = signingKey(client);
        boolean fapi = client.settings().authorizationRequests().securityProfile().isFapi();
        return Stream.concat(Stream.of(idTokenAlgorithm(client)), Stream.of(SigningAlgorithm.values())
                .filter(algorithm -> !fapi || algorithm.isOfFapi())
                .filter(algorithm -> algorithm.isSymmetric() ? !client.settings().isPublic() && secretLength >= algorithm.shortestSecret()
                        : key.filter(found -> algorithm.fits(found.certificate().getPublicKey())).isPresent())).distinct().toList();
    }

    /**
     * The claims of a token that was signed for this client, expired or not, now or by one of its further keys; empty for any other text.
     */
    public Optional<JWTClaimsSet> verify(OAuthClient client, String text, JOSEObjectType type) {
        return signers(client).map(signer -> signer.verify(text, type)).flatMap(Optional::stream).findFirst();
    }

    /**
     * The claims of an ID token that was signed for this client, expired or not. Other JWTs of ours that are typed as generally, such as
     * signed userinfo or authorization answers, are none: they lack what every ID token says (OpenID Connect Core 1.0 section 2).
     */
    public Optional<JWTClaimsSet> verifyIdToken(OAuthClient client, String text) {
        return verify(client, text, JOSEObjectType.JWT).or(() -> verify(client, text, BOUND_ID_TOKEN))
                .filter(claims -> claims.getSubject() != null && claims.getExpirationTime() != null && claims.getIssueTime() != null
                        && client.clientId().equals(claims.getClaim("azp")));
    }

    private Stream<TokenSigner> signers(OAuthClient client) {
        Set<SigningAlgorithm> chosen = new TreeSet<>(List.of(signingAlgorithm(client), idTokenAlgorithm(client)));
        Stream<TokenSigner> bySecret = chosen.stream().filter(SigningAlgorithm::isSymmetric)
                .map(algorithm -> TokenSigner.of(secret(client), algorithm));
        return Stream.concat(bySecret, publishedKeys(client).stream().flatMap(key -> {
            Set<SigningAlgorithm> fitting = new TreeSet<>(chosen);
            SigningAlgorithm.ofKey(key.certificate().getPublicKey()).ifPresent(fitting::add);
            fitting.removeIf(algorithm -> !algorithm.fits(key.certificate().getPublicKey()));
            return fitting.stream().map(algorithm -> TokenSigner.of(key, algorithm));
        }));
    }

    /** The public halves of all keys (RFC 7517), the signing one first, the one for encryption last; empty when the client secret signs and no key is about to. */
    public String jwks(OAuthClient client) {
        return new JWKSet(Stream.concat(publishedKeys(client).stream().map(key -> publicKey(client, key)), encryptionKey(client).stream())
                .toList()).toString(true);
    }

    /** What clients encrypt request objects to, if its private half is here (RFC 9101 section 6.1). */
    private Optional<JWK> encryptionKey(OAuthClient client) {
        return Optional.ofNullable(client.settings().encryptionKey()).flatMap(ref -> keys.signingKey(ref.id()))
                .filter(key -> key.certificate().getPublicKey() instanceof RSAPublicKey)
                .map(key -> PublicKeys.of(key.keyId(), key.certificate(), KeyUse.ENCRYPTION, JWEAlgorithm.RSA_OAEP_256));
    }

    /** {@code alg} is told where a key has only one use: a client may take it for the only one that is allowed. */
    private JWK publicKey(OAuthClient client, SigningKey key) {
        TokenFormatSettings formats = formats(client);
        List<Algorithm> used = Stream.of(signingAlgorithm(client), idTokenAlgorithm(client), formats.userinfoSignedResponseAlg(),
                        formats.introspectionSignedResponseAlg())
                .filter(algorithm -> algorithm != null && algorithm.fits(key.certificate().getPublicKey()))
                .distinct().<Algorithm>map(SigningAlgorithm::jws).toList();
        Algorithm natural = SigningAlgorithm.ofKey(key.certificate().getPublicKey()).map(SigningAlgorithm::jws).orElse(null);
        return PublicKeys.of(key.keyId(), key.certificate(), KeyUse.SIGNATURE, used.isEmpty() ? natural : used.size() == 1 ? used.get(0) : null);
    }

    /** The signed ID token, encrypted if the client wants that. */
    public String encrypt(OAuthClient client, String signed) {
        return encryption.idToken(client, signed);
    }

    private Collection<SigningKey> publishedKeys(OAuthClient client) {
        List<SigningKey> all = new ArrayList<>();
        signingKey(client).ifPresent(all::add);
        formats(issuing(client)).furtherSigningKeys().forEach(ref -> keys.signingKey(ref.id()).ifPresent(all::add));
        Map<String, SigningKey> byId = new LinkedHashMap<>();
        all.forEach(key -> byId.putIfAbsent(key.keyId(), key));
        return byId.values();
    }

    private SigningKey requireKey(OAuthClient client) {
        return signingKey(client).orElseThrow(() -> new IllegalStateException("The signing key has no private key."));
    }

    private SigningKey requireKey(OAuthClient client, SigningAlgorithm algorithm) {
        return publishedKeys(client).stream().filter(key -> algorithm.fits(key.certificate().getPublicKey())).findFirst()
                .orElseThrow(() -> new IllegalStateException("No signing key can do " + algorithm + "."));
    }

    private Optional<SigningKey> signingKey(OAuthClient client) {
        return Optional.ofNullable(issuing(client).settings().signingKey()).flatMap(ref -> keys.signingKey(ref.id()));
    }

    /** Whose keys sign for the client: its own, or those of the issuer it has registered with, as {@link Issuers#issuer} says. */
    private OAuthClient issuing(OAuthClient client) {
        Ref<Provider> registeredWith = client.settings().registration().registeredWith();
        return registeredWith == null ? client : clients.find(registeredWith.id()).map(this::issuing)
                .orElseThrow(() -> new IllegalStateException("The issuer has no application."));
    }

    private String secret(OAuthClient client) {
        return cipher.open(client.settings().clientSecret().sealed());
    }

    private static TokenFormatSettings formats(OAuthClient client) {
        return client.settings().tokenFormats();
    }
}
