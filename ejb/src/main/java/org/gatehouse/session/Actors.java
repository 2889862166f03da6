package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.GroupRepository;

/** Finds the rights of users whom the {@link LoginGate} has admitted. */
@ApplicationScoped
public class Actors {

    @Inject
    private GroupRepository groups;

    /** The user with the rights they have now. */
    public Actor of(AdmittedUser admitted) {
        return Actor.of(admitted.user(), groups.isSuperuser(admitted.user().getId()));
    }
}
