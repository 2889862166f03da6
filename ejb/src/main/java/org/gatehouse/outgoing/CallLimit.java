package org.gatehouse.outgoing;

import java.util.concurrent.Semaphore;

/**
 * Lets so many calls of one kind wait at the same moment, and refuses more. A call that is made in a step of a flow holds the step's
 * transaction, and with it a connection to the database, until there is an answer: one slow server must not use all of them up.
 */
public final class CallLimit {

    private final Semaphore places;

    /** @param most how many calls may wait at once, on this node */
    public CallLimit(int most) {
        places = new Semaphore(most);
    }

    /**
     * Makes the call at once, or not at all.
     *
     * @throws OutgoingFailure when there is no answer, or too many calls wait already
     */
    public OutgoingResponse send(OutgoingHttp http, OutgoingRequest request) throws OutgoingFailure {
        if (!places.tryAcquire()) {
            throw new OutgoingFailure(OutgoingFailure.Reason.TIMED_OUT, "Too many calls are waiting for an answer already.");
        }
        try {
            return http.send(request);
        } finally {
            places.release();
        }
    }
}
