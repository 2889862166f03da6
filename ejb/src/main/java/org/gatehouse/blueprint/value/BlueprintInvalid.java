package org.gatehouse.blueprint.value;

import jakarta.ejb.ApplicationException;

/** A blueprint cannot be read or applied. The message is one sentence for its author, after file, entry and line as far as known. */
@ApplicationException(rollback = true)
public class BlueprintInvalid extends RuntimeException {

    private final String place;
    private final String problem;
    private final int line;

    /**
     * @param problem what is wrong, a sentence; never contains a value, which may be a secret
     * @param line where, from 1; 0 when it concerns no single line
     */
    public BlueprintInvalid(String problem, int line) {
        super(problem);
        this.place = "";
        this.problem = problem;
        this.line = line;
    }

    private BlueprintInvalid(String place, BlueprintInvalid cause) {
        super(place + (cause.line > 0 ? ", line " + cause.line : "") + ": " + cause.problem, cause);
        this.place = place;
        this.problem = cause.problem;
        this.line = cause.line;
    }

    /** The same problem with where it is, such as {@code entry 3} and then {@code flow.yaml}, before it. */
    public BlueprintInvalid in(String outer) {
        return new BlueprintInvalid(place.isEmpty() ? outer : outer + ", " + place, this);
    }

    /** From 1; 0 when the problem concerns no single line. */
    public int line() {
        return line;
    }
}
