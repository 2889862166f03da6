package org.gatehouse.blueprint;

/**
 * Another blueprint that must have been applied before: an entry of the model {@code authentik_blueprints.metaapplyblueprint}.
 *
 * @param name the other's name; empty when it is named by its path
 * @param path the other's path; empty when it is named by its name
 * @param required whether this one cannot be applied without it
 * @param line where it is asked for
 */
public record BlueprintDependency(String name, String path, boolean required, int line) {

    boolean means(Blueprint other) {
        return name.isEmpty() ? other.path().equals(path) : other.name().equals(name) && (path.isEmpty() || other.path().equals(path));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? path : name;
    }
}
