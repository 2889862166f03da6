package org.gatehouse.blueprint;

import java.util.List;
import java.util.Optional;

/**
 * One object that a blueprint is about.
 *
 * @param model the model's name, such as {@code authentik_flows.flow}
 * @param id the name {@code !KeyOf} uses within the document
 * @param state what is wanted
 * @param conditions the entry is skipped unless all are true
 * @param identifiers what finds the object; part of it when it is created
 * @param attributes the rest of what it should be
 * @param line where the entry begins, from 1
 */
public record BlueprintEntry(String model, Optional<String> id, EntryState state, List<BlueprintValue> conditions,
        BlueprintValue.Mapping identifiers, BlueprintValue.Mapping attributes, int line) {
}
