package org.gatehouse.outgoing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many calls each server is being asked right now. Whoever calls may hold a database connection meanwhile: a server that hangs must
 * not be able to hold all of them.
 */
final class CallsUnderWay {

    private final int most;
    private final ConcurrentMap<String, Integer> byServer = new ConcurrentHashMap<>();

    CallsUnderWay(int most) {
        this.most = most;
    }

    /** Counts one more call, unless there are too many; one that was counted has to {@link #end}. */
    boolean begin(String server) {
        boolean fits = byServer.merge(server, 1, Integer::sum) <= most;
        if (!fits) {
            end(server);
        }
        return fits;
    }

    void end(String server) {
        byServer.computeIfPresent(server, (same, calls) -> calls > 1 ? calls - 1 : null);
    }
}
