package org.gatehouse.rbac;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.access.Permission;
import org.gatehouse.access.PermissionCatalogue;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.authenticator.DeviceDirectory;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.startup.SystemPrepared;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/** Writes the catalogue of rights at start-up, from the kinds of objects that this version has. */
@ApplicationScoped
public class PermissionRegistration {

    /** Before blueprints, which may name rights. */
    private static final int EARLY = 100;

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private ModelRegistry models;

    void register(@Observes @Priority(EARLY) SystemPrepared prepared) {
        catalogue.register(all());
    }

    /** Every right there is. */
    Set<Permission> all() {
        Set<Permission> all = new LinkedHashSet<>();
        Stream.concat(models.all().stream().map(Model::name), Stream.of(DeviceClass.values()).map(DeviceDirectory::model)).sorted()
                .forEach(model -> Stream.of(Permission.view(model), Permission.add(model), Permission.change(model), Permission.delete(model))
                        .forEach(all::add));
        Stream.of(SpecialPermission.values()).map(SpecialPermission::permission).forEach(all::add);
        return all;
    }
}
