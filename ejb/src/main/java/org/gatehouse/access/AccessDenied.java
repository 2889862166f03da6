package org.gatehouse.access;

import jakarta.ejb.ApplicationException;

/** The actor lacks the right; the API answers 403 (or 401 when nobody is logged in). */
@ApplicationException(rollback = true)
public class AccessDenied extends RuntimeException {

    public AccessDenied(String message) {
        super(message);
    }
}
