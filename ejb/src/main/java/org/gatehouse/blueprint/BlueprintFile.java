package org.gatehouse.blueprint;

import java.time.Instant;
import java.util.Map;

/**
 * A blueprint that can be applied by its path.
 *
 * @param path such as {@code default/default-brand.yaml}
 * @param modified when the file was last changed; for those of the product, when it started
 * @param hash the SHA-256 digest of its text, in hexadecimal digits
 * @param name its name; the path when it has none or cannot be read
 * @param labels its labels
 */
public record BlueprintFile(String path, Instant modified, String hash, String name, Map<String, String> labels) {
}
