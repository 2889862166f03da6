package org.gatehouse.type;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
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

    @Inject
    private ModelRegistry models;

    @Inject
    private TypeRegistry types;

    /** @throws org.gatehouse.access.AccessDenied when the actor may not see such objects */
    public ModelPage list(Actor actor, Family family, ModelQuery query) {
        permissions.requireManage(actor);
        return objects.list(family, Optional.empty(), query);
    }

    /** @throws org.gatehouse.access.AccessDenied when the actor may not create such objects */
    public Collection<? extends TypeDescriptor<?>> types(Actor actor, Family family) {
        permissions.requireManage(actor);
        return types.types(family);
    }

    /**
     * The model of one object, whatever its type.
     *
     * @throws ObjectNotFound when the family has no such object
     */
    public Model modelOf(Actor actor, Family family, String key) {
        permissions.requireManage(actor);
        return objects.find(family, key).map(object -> objects.typeOf(object).model()).flatMap(models::findByName)
                .orElseThrow(() -> new ObjectNotFound("No object of " + family.path() + " matches the given query."));
    }
}
