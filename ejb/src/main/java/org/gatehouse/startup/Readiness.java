package org.gatehouse.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** How far this node has come up. */
@ApplicationScoped
public class Readiness {

    private final AtomicBoolean migrated = new AtomicBoolean();
    private final AtomicBoolean prepared = new AtomicBoolean();

    /** Whether the database has this version's schema. */
    public boolean isMigrated() {
        return migrated.get();
    }

    /** Whether everything an installation needs exists and blueprints have been applied. */
    public boolean isPrepared() {
        return prepared.get();
    }

    void migrated() {
        migrated.set(true);
    }

    void prepared() {
        prepared.set(true);
    }
}
