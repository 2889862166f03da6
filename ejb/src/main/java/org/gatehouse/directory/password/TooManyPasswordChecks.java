package org.gatehouse.directory.password;

import jakarta.ejb.ApplicationException;

/** The node computes as many hashes as it may already, and none became free in time; try again later (503). */
@ApplicationException(rollback = false)
public class TooManyPasswordChecks extends RuntimeException {

    public TooManyPasswordChecks() {
        super("Too many password checks at once; try again.");
    }
}
