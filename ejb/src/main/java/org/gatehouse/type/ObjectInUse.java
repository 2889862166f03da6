package org.gatehouse.type;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Something cannot be deleted because other things refer to it; the API answers 409 with the list. */
@ApplicationException(rollback = true)
public class ObjectInUse extends RuntimeException {

    private final transient List<UsedBy> usedBy;

    public ObjectInUse(List<UsedBy> usedBy) {
        super("The object is in use.");
        this.usedBy = List.copyOf(usedBy);
    }

    public List<UsedBy> usedBy() {
        return usedBy;
    }
}
