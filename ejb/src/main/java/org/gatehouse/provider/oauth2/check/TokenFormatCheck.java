package org.gatehouse.provider.oauth2.check;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Optional;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.TokenFormatSettings;
import org.gatehouse.provider.oauth2.jose.ContentEncryption;
import org.gatehouse.provider.oauth2.jose.KeyAlgorithm;
import org.gatehouse.provider.oauth2.jose.PublicKeys;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;
import org.gatehouse.type.FieldProblems;

/** What a provider's {@link TokenFormatSettings} have to be, so that every token can be signed and encrypted later. */
@ApplicationScoped
public class TokenFormatCheck {

    private static final String PATH = "token_formats.";

    private KeyStore keys;
    private SectorCheck sectors;

    /** For the container's proxy. */
    protected TokenFormatCheck() {
    }

    @Inject
    public TokenFormatCheck(KeyStore keys, SectorCheck sectors) {
        this.keys = keys;
        this.sectors = sectors;
    }

    /** Adds a problem for each algorithm that has no key to go with, and for a sector that cannot be told. */
    public void check(OAuth2ProviderSettings settings, String secret, FieldProblems problems) {
        TokenFormatSettings formats = settings.tokenFormats();
        checkSigning("id_token_signed_response_alg", formats.idTokenSignedResponseAlg(), settings, secret, problems);
        checkSigning("userinfo_signed_response_alg", formats.userinfoSignedResponseAlg(), settings, secret, problems);
        checkSigning("introspection_signed_response_alg", formats.introspectionSignedResponseAlg(), settings, secret, problems);
        checkSigning("authorization_signed_response_alg", formats.authorizationSignedResponseAlg(), settings, secret, problems);
        checkEncryption("authorization_encrypted_response_", formats.authorizationEncryptedResponseAlg(),
                formats.authorizationEncryptedResponseEnc(), settings, problems);
        checkEncryption("id_token_encrypted_response_", formats.idTokenEncryptedResponseAlg(), formats.idTokenEncryptedResponseEnc(),
                settings, problems);
        checkEncryption("userinfo_encrypted_response_", formats.userinfoEncryptedResponseAlg(), formats.userinfoEncryptedResponseEnc(),
                settings, problems);
        checkEncryption("introspection_encrypted_response_", formats.introspectionEncryptedResponseAlg(),
                formats.introspectionEncryptedResponseEnc(), settings, problems);
        checkFapi(settings, problems);
        sectors.check(settings, problems);
    }

    private void checkSigning(String field, SigningAlgorithm algorithm, OAuth2ProviderSettings settings, String secret, FieldProblems problems) {
        if (algorithm == null) {
            return;
        }
        if (algorithm.isSymmetric()) {
            checkSecret(PATH + field, algorithm, settings, secret, problems);
        } else if (settings.signingKey() == null) {
            problems.add(PATH + field, "Choose a signing key for this algorithm.");
        } else {
            keys.certificate(settings.signingKey().id()).filter(found -> !algorithm.fits(found.getPublicKey()))
                    .ifPresent(unfit -> problems.add(PATH + field, "The signing key does not sign with this algorithm."));
        }
    }

    /** FAPI 2.0 Security Profile section 5.4.1: what signs if nobody chooses. */
    private void checkFapi(OAuth2ProviderSettings settings, FieldProblems problems) {
        if (settings.authorizationRequests().securityProfile().isFapi() && settings.signingKey() != null) {
            keys.certificate(settings.signingKey().id()).filter(found -> SigningAlgorithm.ofFapiKey(found.getPublicKey()).isEmpty())
                    .ifPresent(unfit -> problems.add("signing_key", "The profile wants a key that signs with PS256, ES256 or EdDSA."));
        }
    }

    /** OpenID Connect Core 1.0 section 10.1: nobody can verify with a secret that is none. */
    private static void checkSecret(String field, SigningAlgorithm algorithm, OAuth2ProviderSettings settings, String secret, FieldProblems problems) {
        if (settings.isPublic()) {
            problems.add(field, "A public client has no secret to verify with.");
        } else if (secret.length() < algorithm.shortestSecret()) {
            problems.add(field, "The client secret needs at least " + algorithm.shortestSecret() + " characters for this algorithm.");
        }
    }

    private void checkEncryption(String prefix, KeyAlgorithm algorithm, ContentEncryption content, OAuth2ProviderSettings settings,
            FieldProblems problems) {
        if (algorithm == null) {
            if (content != null) {
                problems.add(PATH + prefix + "enc", "Choose how the key is encrypted as well.");
            }
        } else if (algorithm.isSymmetric()) {
            if (settings.isPublic()) {
                problems.add(PATH + prefix + "alg", "A public client has no secret to decrypt with.");
            }
        } else if (!hasRecipient(algorithm, settings)) {
            problems.add(PATH + prefix + "alg", "Neither the client's public keys nor the encryption key can be used with this algorithm.");
        }
    }

    /** Keys that the client publishes itself may change at any time and are not looked at here. */
    private boolean hasRecipient(KeyAlgorithm algorithm, OAuth2ProviderSettings settings) {
        ClientAuthenticationSettings client = settings.clientAuthentication();
        boolean registered = client.jwks() == null ? !client.jwksUri().isEmpty()
                : parse(client).filter(set -> set.getKeys().stream().anyMatch(algorithm::fits)).isPresent();
        return registered || settings.encryptionKey() != null && keys.certificate(settings.encryptionKey().id())
                .flatMap(TokenFormatCheck::recipient).filter(algorithm::fits).isPresent();
    }

    private static Optional<JWK> recipient(X509Certificate certificate) {
        try {
            return Optional.of(PublicKeys.of(null, certificate, KeyUse.ENCRYPTION, null));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static Optional<JWKSet> parse(ClientAuthenticationSettings client) {
        try {
            return Optional.of(JWKSet.parse(client.jwks().toString()).toPublicJWKSet());
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }
}
