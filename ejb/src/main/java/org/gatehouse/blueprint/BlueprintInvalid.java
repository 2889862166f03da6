package org.gatehouse.blueprint;

import jakarta.ejb.ApplicationException;

/** A blueprint cannot be read or applied; the message names the document, the entry or line, and what is wrong. */
@ApplicationException(rollback = true)
public class BlueprintInvalid extends RuntimeException {

    public BlueprintInvalid(String message) {
        super(message);
    }

    public BlueprintInvalid(String message, Throwable cause) {
        super(message, cause);
    }
}
