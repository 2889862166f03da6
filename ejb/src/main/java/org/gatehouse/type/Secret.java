package org.gatehouse.type;

import java.util.Objects;

/**
 * A setting that is sealed at rest ({@code org.gatehouse.crypto.SecretCipher}) and never read back through API, export,
 * event or log.
 */
public record Secret(String sealed) {

    public Secret {
        Objects.requireNonNull(sealed);
    }

    @Override
    public String toString() {
        return "********";
    }
}
