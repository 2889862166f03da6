package org.gatehouse.blueprint;

import jakarta.json.JsonValue;

/** What one tag does. An application-scoped bean per tag; adding one is adding a class. */
interface BlueprintTag {

    /** The tag without its exclamation mark. */
    String name();

    /**
     * The value that stands for the tag.
     *
     * @throws BlueprintInvalid when the argument is not what the tag expects, or what it names does not exist
     */
    JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run);
}
