package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;

/** What one tag stands for. Tags have no state: what they know comes from the scope. */
public interface BlueprintTag {

    /** The name after the exclamation mark. */
    String name();

    /**
     * The value that the tag stands for. The argument comes as it is written: the tag decides what of it is resolved, and when.
     *
     * @throws BlueprintInvalid when the argument does not fit
     */
    JsonValue resolve(BlueprintValue argument, BlueprintScope scope);
}
