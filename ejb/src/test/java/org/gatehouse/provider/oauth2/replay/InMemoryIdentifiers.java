package org.gatehouse.provider.oauth2.replay;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.model.oauth2.UsedIdentifierTable;

/** Remembers in memory what was used up. */
public final class InMemoryIdentifiers extends UsedIdentifierTable {

    private final Map<UUID, Instant> rows = new ConcurrentHashMap<>();

    @Override
    public boolean add(UUID id, Instant expires) {
        return rows.putIfAbsent(id, expires) == null;
    }

    /** Until when each is remembered. */
    public Map<UUID, Instant> rows() {
        return rows;
    }
}
