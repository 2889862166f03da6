package org.gatehouse.it;

import org.gatehouse.it.contract.Particulars;
import org.gatehouse.it.contract.Samples;

/** What the walk over the tag {@code rbac} cannot find out by itself. */
final class RbacContract {

    private final Samples samples;

    RbacContract(Samples samples) {
        this.samples = samples;
    }

    Particulars particulars() {
        return new Particulars()
                .found("/rbac/permissions/", () -> "1")
                .found("/rbac/permissions/assigned_by_roles/", () -> samples.key("@role"));
    }
}
