package org.gatehouse.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.installation.InstalledVersion;
import org.gatehouse.model.installation.VersionHistory;
import org.gatehouse.startup.SystemPrepared;

/** Remembers which versions of the product ran on this database. */
@ApplicationScoped
public class Versions {

    @Inject
    private VersionHistory history;

    @Inject
    private Permissions permissions;

    /** The versions, the newest first; those that match what is given. */
    public List<InstalledVersion> history(Actor actor, Optional<String> version, Optional<String> build) {
        permissions.require(actor, SpecialPermission.VIEW_SYSTEM_INFO);
        return history.list().stream().filter(one -> version.filter(wanted -> !wanted.equals(one.version())).isEmpty())
                .filter(one -> build.filter(wanted -> !wanted.equals(one.build())).isEmpty()).toList();
    }

    /** Notes down which version has started. */
    public void started(@Observes SystemPrepared prepared) {
        history.note(ProductVersion.current(), "", prepared.at());
    }
}
