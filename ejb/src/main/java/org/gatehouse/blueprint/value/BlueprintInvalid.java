package org.gatehouse.blueprint.value;

import jakarta.ejb.ApplicationException;

/** A blueprint cannot be read or applied. The message is one sentence for its author, with file, entry and line as far as known. */
@ApplicationException(rollback = true)
public class BlueprintInvalid extends RuntimeException {

    private final int line;

    /**
     * @param problem what is wrong; never contains a value, which may be a secret
     * @param line where, from 1; 0 when it concerns no single line
     */
    public BlueprintInvalid(String problem, int line) {
        super(problem);
        this.line = line;
    }

    private BlueprintInvalid(String place, BlueprintInvalid cause) {
        super(place + (cause.line > 0 ? ", line " + cause.line : "") + ": " + cause.getMessage(), cause);
        this.line = cause.line;
    }

    /** The same problem with its place, such as {@code flow.yaml, entry 3}, before it. */
    public BlueprintInvalid in(String place) {
        return new BlueprintInvalid(place, this);
    }

    /** From 1; 0 when the problem concerns no single line. */
    public int line() {
        return line;
    }
}
