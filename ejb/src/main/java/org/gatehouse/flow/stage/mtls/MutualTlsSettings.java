package org.gatehouse.flow.stage.mtls;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.gatehouse.model.WireName;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.type.Ref;

/**
 * The settings of the stage.
 *
 * @param certificateAuthorities who may have issued the certificate; empty for those of the brand
 */
public record MutualTlsSettings(
        @NotNull Mode mode,
        List<Ref<CertificateKeyPair>> certificateAuthorities,
        @NotNull CertificateAttribute certAttribute,
        @NotNull UserAttribute userAttribute) {

    /** What becomes of people without a certificate that counts. */
    public enum Mode implements WireName {
        /** They are refused. */
        REQUIRED,
        /** They go on, and have proved nothing. */
        OPTIONAL
    }

    /** By what of an account its certificate is found. */
    public enum UserAttribute implements WireName {
        USERNAME,
        EMAIL
    }
}
