package org.gatehouse.flow;

import jakarta.json.JsonObject;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.JsonBounds;

/**
 * The answer type of a stage whose fields are data and not components of a record, such as a prompt. The stage takes from it the
 * fields it asked for, and judges each value itself; nothing is certain but that it can be stored.
 *
 * @param values by field, without {@code component}
 */
public record OpenAnswer(JsonObject values) {

    static OpenAnswer read(JsonObject values, FieldProblems problems) {
        try {
            JsonBounds.requireStorable(values);
            return new OpenAnswer(values);
        } catch (IllegalArgumentException unstorable) {
            problems.add(FieldProblems.GENERAL, unstorable.getMessage());
            return null;
        }
    }

    /** There may be a password in it. */
    @Override
    public String toString() {
        return "OpenAnswer" + values.keySet();
    }
}
