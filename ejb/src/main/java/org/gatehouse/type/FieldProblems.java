package org.gatehouse.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with an input, by field on the wire; {@link #GENERAL} for what concerns no single field. */
public final class FieldProblems {

    /** The key of problems that concern no single field. */
    public static final String GENERAL = "non_field_errors";

    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    public FieldProblems add(String field, String message) {
        byField.computeIfAbsent(field, key -> new ArrayList<>()).add(message);
        return this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public Map<String, List<String>> byField() {
        return byField;
    }

    /** @throws InvalidInput when there is any problem */
    public void refuseIfAny() {
        if (!byField.isEmpty()) {
            throw new InvalidInput(this);
        }
    }

    /** The sentence for a reference to something that does not exist. */
    public static String missing(Object pk) {
        return "Invalid pk \"" + pk + "\" - object does not exist.";
    }
}
