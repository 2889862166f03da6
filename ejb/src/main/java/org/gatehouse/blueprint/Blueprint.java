package org.gatehouse.blueprint;

import java.util.List;
import java.util.Map;
import org.gatehouse.blueprint.value.BlueprintValue;

/**
 * A blueprint as read.
 *
 * @param path where it comes from, such as {@code default/brand.yaml}
 * @param digest the SHA-256 digest of its text, in hexadecimal digits
 * @param name its name, unique in the installation
 * @param labels its labels
 * @param context values for {@code !Context}, unless whoever applies it gives others
 * @param dependencies what must have been applied before
 * @param entries its objects, in the order in which they are applied
 */
public record Blueprint(String path, String digest, String name, Map<String, String> labels, BlueprintValue.Mapping context,
        List<BlueprintDependency> dependencies, List<BlueprintEntry> entries) {

    public Blueprint {
        labels = Map.copyOf(labels);
        dependencies = List.copyOf(dependencies);
        entries = List.copyOf(entries);
    }
}
