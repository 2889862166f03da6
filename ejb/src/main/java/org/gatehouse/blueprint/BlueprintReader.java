package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.blueprint.BlueprintValue.Mapping;
import org.gatehouse.blueprint.BlueprintValue.Scalar;
import org.gatehouse.model.WireName;

/** Reads blueprint documents, version 1. Nothing is looked up or evaluated here. */
@ApplicationScoped
public class BlueprintReader {

    private static final Set<String> TOP = Set.of("version", "metadata", "context", "entries");
    private static final Set<String> ENTRY = Set.of("model", "id", "state", "conditions", "identifiers", "attrs");

    /**
     * Reads a document.
     *
     * @param document its name, for messages
     * @throws BlueprintInvalid when it is not a blueprint
     */
    public Blueprint read(String document, String text) {
        YamlDocument yaml = new YamlDocument(document, text);
        Mapping top = yaml.asMapping(yaml.root(), "the document");
        yaml.refuseUnknown(top, TOP, "the document");
        if (!text(yaml, top, "version").equals("1")) {
            throw yaml.invalid(1, "only version 1 is known");
        }
        Mapping metadata = yaml.mapping(top, "metadata");
        List<BlueprintEntry> entries = new ArrayList<>();
        for (BlueprintValue entry : entriesOf(top)) {
            entries.add(readEntry(yaml, entry));
        }
        String name = metadata.fields().containsKey("name") ? text(yaml, metadata, "name") : document;
        return new Blueprint(name, labels(yaml, metadata), yaml.mapping(top, "context").fields(), List.copyOf(entries));
    }

    /** A list, or named sections that are lists. */
    private static List<BlueprintValue> entriesOf(Mapping top) {
        BlueprintValue entries = top.fields().getOrDefault("entries", new BlueprintValue.Sequence(List.of()));
        return entries instanceof Mapping sections
                ? sections.fields().values().stream().flatMap(section -> section.items().stream()).toList() : entries.items();
    }

    private static BlueprintEntry readEntry(YamlDocument yaml, BlueprintValue value) {
        Mapping entry = yaml.asMapping(value, "an entry");
        int line = yaml.lineOf(entry);
        yaml.refuseUnknown(entry, ENTRY, "an entry");
        String state = entry.fields().containsKey("state") ? text(yaml, entry, "state") : "present";
        BlueprintValue conditions = entry.fields().getOrDefault("conditions", new BlueprintValue.Sequence(List.of()));
        return new BlueprintEntry(text(yaml, entry, "model"),
                entry.fields().containsKey("id") ? Optional.of(text(yaml, entry, "id")) : Optional.empty(),
                WireName.find(EntryState.class, state).orElseThrow(() -> yaml.invalid(line, "'" + state + "' is not a state")),
                conditions.items(), yaml.mapping(entry, "identifiers"), yaml.mapping(entry, "attrs"), line);
    }

    private static Map<String, String> labels(YamlDocument yaml, Mapping metadata) {
        Map<String, String> labels = new LinkedHashMap<>();
        Mapping written = yaml.mapping(metadata, "labels");
        written.fields().keySet().forEach(key -> labels.put(key, text(yaml, written, key)));
        return labels;
    }

    private static String text(YamlDocument yaml, Mapping mapping, String key) {
        if (mapping.fields().get(key) instanceof Scalar scalar) {
            return BlueprintText.of(scalar.value());
        }
        throw yaml.invalid(yaml.lineOf(mapping), "'" + key + "' must be given as plain text");
    }
}
