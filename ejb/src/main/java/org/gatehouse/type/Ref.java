package org.gatehouse.type;

import java.util.Objects;
import java.util.UUID;

/**
 * A reference from a settings document to another object; mirrored in {@code object_reference}, so the target cannot be
 * deleted while it is used. On the wire it is the target's {@code pk}.
 *
 * @param <T> the entity referred to: {@code Flow}, {@code Stage}, {@code Policy}, {@code PropertyMapping}, {@code Provider},
 *     {@code CertificateKeyPair}, {@code Group} or {@code Prompt}
 */
public record Ref<T>(UUID id) {

    public Ref {
        Objects.requireNonNull(id);
    }

    public static <T> Ref<T> to(UUID id) {
        return new Ref<>(id);
    }
}
