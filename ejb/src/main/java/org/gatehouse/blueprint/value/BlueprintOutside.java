package org.gatehouse.blueprint.value;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What tags can reach outside of the blueprint: stored objects, variables of the environment, files. Whoever applies it says what that is. */
public interface BlueprintOutside {

    /**
     * The {@code pk} of the object with these values, as references write it; empty when there is none.
     *
     * @throws BlueprintInvalid when there is no such model, at this line
     */
    Optional<JsonValue> pk(String model, JsonObject identifiers, int line);

    /**
     * The same object as the API shows it; secrets are not in there.
     *
     * @throws BlueprintInvalid when there is no such model, at this line
     */
    Optional<JsonObject> object(String model, JsonObject identifiers, int line);

    /**
     * A variable of the environment; empty when it is not set.
     *
     * @throws IllegalArgumentException with the rest of a sentence when blueprints may not read it
     */
    Optional<String> environment(String name);

    /**
     * The text of a file; empty when there is none.
     *
     * @throws IllegalArgumentException with the rest of a sentence when blueprints may not read it
     */
    Optional<String> file(String path);
}
