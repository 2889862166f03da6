package org.gatehouse.blueprint;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value of a blueprint before its tags are resolved. A closed set; handle it with {@link #fold}. */
public sealed interface BlueprintValue {

    /** A plain scalar. */
    record Scalar(JsonValue value) implements BlueprintValue {
    }

    /** A list. */
    record Sequence(List<BlueprintValue> items) implements BlueprintValue {
    }

    /** A map, in the order it was written. */
    record Mapping(Map<String, BlueprintValue> fields) implements BlueprintValue {
    }

    /**
     * Something to be looked up or computed when the blueprint is applied.
     *
     * @param tag the tag without its exclamation mark
     * @param line where it stands, from 1
     * @param argument what stands behind it
     */
    record Tagged(String tag, int line, BlueprintValue argument) implements BlueprintValue {
    }

    /** Handles every case. */
    default <T> T fold(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping, Function<Tagged, T> tagged) {
        if (this instanceof Scalar s) {
            return scalar.apply(s);
        }
        if (this instanceof Sequence s) {
            return sequence.apply(s);
        }
        return this instanceof Mapping m ? mapping.apply(m) : tagged.apply((Tagged) this);
    }

    /** The items of a list; a single other value is a list of one. */
    default List<BlueprintValue> items() {
        return this instanceof Sequence sequence ? sequence.items() : List.of(this);
    }
}
