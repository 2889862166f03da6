package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a JSON document into a record and validates it: types and unknown keys first, then Bean Validation. */
@ApplicationScoped
public class DocumentReader {

    @Inject
    private RecordCodec codec;

    @Inject
    private Validator validator;

    /** @throws InvalidInput with every problem by field */
    public <R extends Record> R read(Class<R> type, JsonObject wire) {
        FieldProblems problems = new FieldProblems();
        R value = read(type, wire, problems);
        problems.refuseIfAny();
        return value;
    }

    /** As {@link #read(Class, JsonObject)}, adding to {@code problems}; the value may be null when there are any. */
    public <R extends Record> R read(Class<R> type, JsonObject wire, FieldProblems problems) {
        R value = codec.fromWire(type, wire, problems);
        if (value != null) {
            validator.validate(value).forEach(violation -> problems.add(fieldOf(violation), violation.getMessage()));
        }
        return value;
    }

    private static String fieldOf(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Path.Node::toString)
                .map(node -> node.replaceAll("\\[(\\d+)].*", ".$1").replaceAll("<.*>", ""))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? FieldProblems.GENERAL : path.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
