package org.gatehouse.blueprint.value;

import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value as the blueprint writes it. A closed set; whoever interprets it handles every case through {@link #fold}. */
public sealed interface BlueprintValue {

    /** Where the value begins, from 1. */
    int line();

    /** A text, a number, a truth value or null. */
    record Literal(JsonValue value, int line) implements BlueprintValue {
    }

    /** A list. */
    record Sequence(List<BlueprintValue> items, int line) implements BlueprintValue {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Fields by name, in the order of the file. */
    record Mapping(Map<String, BlueprintValue> fields, int line) implements BlueprintValue {

        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public static Mapping empty(int line) {
            return new Mapping(Map.of(), line);
        }
    }

    /** A tag, such as {@code !Find}, with what follows it. */
    record Tagged(BlueprintTag tag, BlueprintValue argument, int line) implements BlueprintValue {
    }

    /** Handles every case. */
    default <T> T fold(Function<Literal, T> literal, Function<Sequence, T> sequence, Function<Mapping, T> mapping,
            Function<Tagged, T> tagged) {
        if (this instanceof Literal l) {
            return literal.apply(l);
        }
        if (this instanceof Sequence s) {
            return sequence.apply(s);
        }
        return this instanceof Mapping m ? mapping.apply(m) : tagged.apply((Tagged) this);
    }
}
