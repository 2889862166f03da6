package org.gatehouse.session;

import jakarta.ejb.ApplicationException;

/** The {@link LoginGate} does not admit a user. The reason is for the log and the event, not for the person at the browser. */
@ApplicationException(rollback = false)
public class LoginRefused extends RuntimeException {

    /** Why somebody is not admitted. */
    public enum Reason {
        UNKNOWN_USER,
        DISABLED,
        SESSION_ENDED,
        APPLICATION_POLICY
    }

    private final Reason reason;

    public LoginRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
