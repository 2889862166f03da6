package org.gatehouse.type;

import jakarta.ejb.ApplicationException;

/** The caller sent something that cannot be accepted; the API answers 400 with the problems by field. */
@ApplicationException(rollback = true)
public class InvalidInput extends RuntimeException {

    private final transient FieldProblems problems;

    public InvalidInput(FieldProblems problems) {
        super(problems.byField().toString());
        this.problems = problems;
    }

    public InvalidInput(String field, String message) {
        this(new FieldProblems().add(field, message));
    }

    public FieldProblems problems() {
        return problems;
    }
}
