package org.gatehouse.application;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.type.FieldProblems;

/** Something that consists of several objects was sent and cannot be accepted; the API answers 400 with the problems by part and field. */
@ApplicationException(rollback = true)
public class PartsRefused extends RuntimeException {

    private final transient Map<String, FieldProblems> parts;

    /** @param parts what is wrong with each part; a part without problems may be among them */
    public PartsRefused(Map<String, FieldProblems> parts) {
        super(parts.entrySet().stream().filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + " " + part.getValue().byField()).collect(Collectors.joining("; ")));
        this.parts = new LinkedHashMap<>(parts);
        this.parts.values().removeIf(FieldProblems::isEmpty);
    }

    /** What is wrong with each part that has problems. */
    public Map<String, FieldProblems> parts() {
        return parts;
    }
}
