package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;

/** {@code !KeyOf id}: the key of the object of an earlier entry. */
@ApplicationScoped
class KeyOfTag implements BlueprintTag {

    @Override
    public String name() {
        return "KeyOf";
    }

    @Override
    public JsonValue resolve(BlueprintValue.Tagged tagged, BlueprintRun run) {
        String id = run.text(tagged.argument());
        return run.keyOf(id).orElseThrow(() -> run.invalid(tagged, "no entry before this one has the id '" + id + "'"));
    }
}
