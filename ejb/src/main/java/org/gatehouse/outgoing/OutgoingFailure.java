package org.gatehouse.outgoing;

/** A call that got no answer. The message names at most the host, so it may be logged and shown to administrators. */
public class OutgoingFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The address is not one that may be called. */
        REFUSED,
        /** There is no such host, or it does not talk to us. */
        UNREACHABLE,
        /** So many calls to it are under way that no other is begun. */
        BUSY,
        /** It took too long. */
        TIMED_OUT,
        /** The answer is longer than what was allowed. */
        TOO_LARGE,
        /** The answer is not what the protocol says. */
        MALFORMED
    }

    private final Reason reason;

    public OutgoingFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
