package org.gatehouse.type;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The writable fields every configured object has beside its settings.
 *
 * @param name unique in the family
 * @param managed set when a blueprint or the product owns the object; null otherwise
 */
record ObjectHeader(@NotBlank @Size(max = 500) String name, @Size(max = 255) String managed) {
}
