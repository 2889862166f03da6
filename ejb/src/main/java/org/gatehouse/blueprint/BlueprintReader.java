package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.blueprint.value.BlueprintValue;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.WireName;

/** Reads blueprints, version 1. What is read has the right shape; whether it fits the models shows when it is applied. */
@ApplicationScoped
public class BlueprintReader {

    /** The model of entries that name another blueprint instead of an object. */
    static final String DEPENDENCY = "authentik_blueprints.metaapplyblueprint";

    private static final Set<String> BLUEPRINT_KEYS = Set.of("version", "metadata", "context", "entries");
    private static final Set<String> ENTRY_KEYS = Set.of("model", "state", "id", "conditions", "permissions", "identifiers", "attrs");

    /**
     * Reads a blueprint.
     *
     * @param path where it comes from; also its name when it has none
     * @throws BlueprintInvalid naming path, entry and line
     */
    public Blueprint read(String path, String text) {
        try {
            BlueprintValue.Mapping root = mapping(YamlTree.read(text), "A blueprint");
            refuseUnknown(root, BLUEPRINT_KEYS);
            requireVersion(root);
            BlueprintValue.Mapping metadata = child(root, "metadata");
            List<BlueprintDependency> dependencies = new ArrayList<>();
            List<BlueprintEntry> entries = new ArrayList<>();
            for (BlueprintValue entry : entriesOf(root)) {
                addEntry(entry, entries.size() + dependencies.size() + 1, dependencies, entries);
            }
            return new Blueprint(path, Digests.sha256(text), text(metadata, "name").orElse(path), labels(metadata), child(root, "context"),
                    dependencies, entries);
        } catch (BlueprintInvalid invalid) {
            throw invalid.in(path);
        }
    }

    private static void requireVersion(BlueprintValue.Mapping root) {
        BlueprintValue version = root.fields().get("version");
        if (version == null || !(literal(version) instanceof JsonNumber number) || number.bigDecimalValue().intValue() != 1) {
            throw new BlueprintInvalid("Only blueprints of version 1 are known.", version == null ? root.line() : version.line());
        }
    }

    private static Map<String, String> labels(BlueprintValue.Mapping metadata) {
        Map<String, String> labels = new LinkedHashMap<>();
        child(metadata, "labels").fields().forEach((name, value) -> {
            JsonValue label = literal(value);
            labels.put(name, label instanceof JsonString text ? text.getString() : label.toString());
        });
        return labels;
    }

    /** Entries are a list, or lists under headings that mean nothing. */
    private static List<BlueprintValue> entriesOf(BlueprintValue.Mapping root) {
        BlueprintValue entries = root.fields().get("entries");
        if (entries instanceof BlueprintValue.Mapping sections) {
            return sections.fields().values().stream().flatMap(section -> sequence(section, "A section of entries").items().stream()).toList();
        }
        if (entries == null) {
            throw new BlueprintInvalid("The blueprint has no entries.", root.line());
        }
        return sequence(entries, "entries").items();
    }

    private static void addEntry(BlueprintValue value, int number, List<BlueprintDependency> dependencies, List<BlueprintEntry> entries) {
        try {
            BlueprintValue.Mapping entry = mapping(value, "An entry");
            refuseUnknown(entry, ENTRY_KEYS);
            String model = text(entry, "model").orElseThrow(() -> new BlueprintInvalid("The entry names no model.", entry.line()));
            if (model.equals(DEPENDENCY)) {
                dependencies.add(dependency(entry));
            } else {
                entries.add(entry(entry, number, model));
            }
        } catch (BlueprintInvalid invalid) {
            throw invalid.in("entry " + number);
        }
    }

    private static BlueprintEntry entry(BlueprintValue.Mapping entry, int number, String model) {
        BlueprintValue.Mapping identifiers = child(entry, "identifiers");
        if (identifiers.fields().isEmpty()) {
            throw new BlueprintInvalid("The entry has no identifiers.", entry.line());
        }
        refusePermissions(entry);
        List<BlueprintValue> conditions = Optional.ofNullable(entry.fields().get("conditions"))
                .map(given -> sequence(given, "conditions").items()).orElse(List.of());
        return new BlueprintEntry(number, entry.line(), model, state(entry), text(entry, "id"), conditions, identifiers,
                child(entry, "attrs"));
    }

    /** There are no roles yet that a permission on one object could be given to. */
    private static void refusePermissions(BlueprintValue.Mapping entry) {
        BlueprintValue permissions = entry.fields().get("permissions");
        if (permissions != null && !sequence(permissions, "permissions").items().isEmpty()) {
            throw new BlueprintInvalid("Permissions on single objects are not supported.", permissions.line());
        }
    }

    private static EntryState state(BlueprintValue.Mapping entry) {
        String name = text(entry, "state").orElse(EntryState.PRESENT.wireName());
        return WireName.find(EntryState.class, name).orElseThrow(
                () -> new BlueprintInvalid("There is no state " + name + ".", entry.fields().get("state").line()));
    }

    private static BlueprintDependency dependency(BlueprintValue.Mapping entry) {
        BlueprintValue.Mapping attrs = child(entry, "attrs");
        BlueprintValue.Mapping identifiers = child(attrs, "identifiers");
        String name = text(identifiers, "name").orElse("");
        String path = text(identifiers, "path").orElse("");
        if (name.isEmpty() && path.isEmpty()) {
            throw new BlueprintInvalid("The entry names no other blueprint.", entry.line());
        }
        boolean required = Optional.ofNullable(attrs.fields().get("required")).map(BlueprintReader::literal)
                .map(value -> value == JsonValue.TRUE).orElse(true);
        return new BlueprintDependency(name, path, required, entry.line());
    }

    private static void refuseUnknown(BlueprintValue.Mapping mapping, Set<String> known) {
        mapping.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw new BlueprintInvalid("There is no key " + name + " here.", value.line());
            }
        });
    }

    private static BlueprintValue.Mapping child(BlueprintValue.Mapping parent, String name) {
        BlueprintValue value = parent.fields().get(name);
        boolean missing = value == null || value instanceof BlueprintValue.Literal literal && literal.value() == JsonValue.NULL;
        return missing ? BlueprintValue.Mapping.empty(parent.line()) : mapping(value, name);
    }

    private static Optional<String> text(BlueprintValue.Mapping parent, String name) {
        BlueprintValue value = parent.fields().get(name);
        if (value == null || literal(value) == JsonValue.NULL) {
            return Optional.empty();
        }
        if (literal(value) instanceof JsonString text && !text.getString().isBlank()) {
            return Optional.of(text.getString());
        }
        throw new BlueprintInvalid(name + " must be a text.", value.line());
    }

    private static JsonValue literal(BlueprintValue value) {
        if (value instanceof BlueprintValue.Literal literal) {
            return literal.value();
        }
        throw new BlueprintInvalid("A simple value is needed here.", value.line());
    }

    private static BlueprintValue.Mapping mapping(BlueprintValue value, String what) {
        if (value instanceof BlueprintValue.Mapping mapping) {
            return mapping;
        }
        throw new BlueprintInvalid(what + " must have fields.", value.line());
    }

    private static BlueprintValue.Sequence sequence(BlueprintValue value, String what) {
        if (value instanceof BlueprintValue.Sequence sequence) {
            return sequence;
        }
        throw new BlueprintInvalid(what + " must be a list.", value.line());
    }
}
