package org.gatehouse.type;

import jakarta.ejb.ApplicationException;

/** There is no such object, or the actor may not know of it; the API answers 404. */
@ApplicationException(rollback = true)
public class ObjectNotFound extends RuntimeException {

    public ObjectNotFound(String what) {
        super(what);
    }
}
