package org.gatehouse.type;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;

/** Lists across the types of a family: all stages, all policies. Single objects are read and written through their own model. */
@Stateless
public class ManagedFamilies {

    @Inject
    private Permissions permissions;

    @Inject
    private ConfiguredObjects objects;

    /** @throws org.gatehouse.access.AccessDenied when the actor may not see such objects */
    public ModelPage list(Actor actor, Family family, ModelQuery query) {
        permissions.requireManage(actor);
        return objects.list(family, Optional.empty(), query);
    }
}
