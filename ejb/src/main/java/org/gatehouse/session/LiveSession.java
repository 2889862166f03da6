package org.gatehouse.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param impersonator who acts in the user's name; empty for the user's own login
 */
public record LiveSession(UUID id, long userId, Instant created, Instant expires, Instant lastUsed, List<String> methods,
        SessionBinding binding, String flow, Optional<Impersonator> impersonator) {

    /** A login that can be used from everywhere. */
    public LiveSession(UUID id, long userId, Instant created, Instant expires, Instant lastUsed, List<String> methods) {
        this(id, userId, created, expires, lastUsed, methods, SessionBinding.NONE, "");
    }

    /** The user's own login. */
    public LiveSession(UUID id, long userId, Instant created, Instant expires, Instant lastUsed, List<String> methods,
            SessionBinding binding, String flow) {
        this(id, userId, created, expires, lastUsed, methods, binding, flow, Optional.empty());
    }

    LiveSession usedAt(Instant moment) {
        return new LiveSession(id, userId, created, expires, moment, methods, binding, flow, impersonator);
    }
}
