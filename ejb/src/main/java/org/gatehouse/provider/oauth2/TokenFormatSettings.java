package org.gatehouse.provider.oauth2;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.provider.oauth2.jose.ContentEncryption;
import org.gatehouse.provider.oauth2.jose.EncryptionFormat;
import org.gatehouse.provider.oauth2.jose.KeyAlgorithm;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;
import org.gatehouse.type.TimeSpan;

/**
 * How a client's tokens and answers are signed and encrypted, and whom they name (OpenID Connect Dynamic Client Registration 1.0
 * section 2, RFC 9701 section 6, JARM section 3). Names are those of client metadata. Every algorithm may be null: then ID tokens are signed as the
 * key says, userinfo is plain JSON, and nothing is encrypted beyond what {@code encryption_key} asks for.
 *
 * @param sectorIdentifierUri the list of redirect URIs that share pairwise subjects, or empty
 * @param furtherSigningKeys keys that will sign later or have signed before: published, and recognised in tokens
 * @param refreshTokenMaximumLifetime how long refreshing goes on after an authorization; zero for as long as tokens are renewed
 */
public record TokenFormatSettings(
        @NotNull @Default("public") SubjectType subjectType,
        @Default("") @Size(max = 2048) String sectorIdentifierUri,
        @NotNull @Default("jwt") AccessTokenFormat accessTokenFormat,
        SigningAlgorithm idTokenSignedResponseAlg,
        KeyAlgorithm idTokenEncryptedResponseAlg,
        ContentEncryption idTokenEncryptedResponseEnc,
        SigningAlgorithm userinfoSignedResponseAlg,
        KeyAlgorithm userinfoEncryptedResponseAlg,
        ContentEncryption userinfoEncryptedResponseEnc,
        SigningAlgorithm introspectionSignedResponseAlg,
        KeyAlgorithm introspectionEncryptedResponseAlg,
        ContentEncryption introspectionEncryptedResponseEnc,
        SigningAlgorithm authorizationSignedResponseAlg,
        KeyAlgorithm authorizationEncryptedResponseAlg,
        ContentEncryption authorizationEncryptedResponseEnc,
        @Size(max = 10) List<Ref<CertificateKeyPair>> furtherSigningKeys,
        @NotNull @Default("seconds=0") TimeSpan refreshTokenMaximumLifetime) {

    /** How ID tokens are encrypted; empty if not, or to {@code encryption_key} in the way of the contract. */
    public Optional<EncryptionFormat> idTokenEncryption() {
        return EncryptionFormat.of(idTokenEncryptedResponseAlg, idTokenEncryptedResponseEnc);
    }

    /** How userinfo is encrypted; empty if not. */
    public Optional<EncryptionFormat> userinfoEncryption() {
        return EncryptionFormat.of(userinfoEncryptedResponseAlg, userinfoEncryptedResponseEnc);
    }

    /** How answers of introspection are encrypted; empty if not. */
    public Optional<EncryptionFormat> introspectionEncryption() {
        return EncryptionFormat.of(introspectionEncryptedResponseAlg, introspectionEncryptedResponseEnc);
    }

    /** How signed authorization answers are encrypted; empty if not. */
    public Optional<EncryptionFormat> authorizationEncryption() {
        return EncryptionFormat.of(authorizationEncryptedResponseAlg, authorizationEncryptedResponseEnc);
    }
}
