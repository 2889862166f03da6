package org.gatehouse.blueprint;

import java.util.List;
import java.util.Optional;
import org.gatehouse.blueprint.value.BlueprintValue;

/**
 * One object of a blueprint.
 *
 * @param number its place in the file, from 1
 * @param line where it begins, from 1
 * @param model the model's name, such as {@code authentik_flows.flow}
 * @param state what is asked for
 * @param id the name under which {@code !KeyOf} finds it
 * @param conditions all must hold, or the entry is passed over
 * @param identifiers what the object is found by, and gets when it is made
 * @param attrs its other values
 */
public record BlueprintEntry(int number, int line, String model, EntryState state, Optional<String> id,
        List<BlueprintValue> conditions, BlueprintValue.Mapping identifiers, BlueprintValue.Mapping attrs) {
}
