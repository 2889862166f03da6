package org.gatehouse.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A login that is alive, as found by its key.
 *
 * @param id the session row
 * @param userId whose login it is
 * @param created when the user logged in ({@code auth_time})
 * @param expires when it ends
 * @param lastUsed when it was last seen, within a minute
 * @param methods how the user authenticated, such as {@code password}
 * @param binding from where it can be used
 * @param flow the slug of the flow that the user came through; empty for logins of which that is not known
 */
public record LiveSession(UUID id, long userId, Instant created, Instant expires, Instant lastUsed, List<String> methods,
        SessionBinding binding, String flow) {

    /** A login that can be used from everywhere. */
    public LiveSession(UUID id, long userId, Instant created, Instant expires, Instant lastUsed, List<String> methods) {
        this(id, userId, created, expires, lastUsed, methods, SessionBinding.NONE, "");
    }

    LiveSession usedAt(Instant moment) {
        return new LiveSession(id, userId, created, expires, moment, methods, binding, flow);
    }
}
