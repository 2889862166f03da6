package org.gatehouse.health;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.gatehouse.model.brand.SystemMarkers;

/** Asks the database one thing, in a transaction of its own, so that a broken one ends here. */
@Stateless
public class DatabaseProbe {

    @Inject
    private SystemMarkers markers;

    /** Fails with any exception when the database does not answer. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void ask() {
        markers.isSet("health");
    }
}
