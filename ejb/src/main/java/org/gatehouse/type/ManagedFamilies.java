package org.gatehouse.type;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;

/** Lists across the types of a family: all stages, all policies. Single objects are read and written through their own model. */
@Stateless
public class ManagedFamilies {

    @Inject
    private Permissions permissions;

    @Inject
    private ListRights rights;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private ModelRegistry models;

    @Inject
    private TypeRegistry types;

    /** @throws org.gatehouse.access.AccessDenied when the actor may see objects of none of the types */
    public ModelPage list(Actor actor, Family family, ModelQuery query) {
        return objects.list(family, rights.across(actor, types.types(family)), query);
    }

    /** @throws org.gatehouse.access.AccessDenied when the actor may neither see nor create objects of any of the types */
    public Collection<? extends TypeDescriptor<?>> types(Actor actor, Family family) {
        List<TypeDescriptor<?>> all = types.types(family);
        if (all.stream().noneMatch(type -> permissions.has(actor, Permission.add(type.model()))
                || permissions.hasSomewhere(actor, Permission.view(type.model())))) {
            throw Permissions.refusal();
        }
        return all;
    }

    /**
     * The model of one object, whatever its type. What may be done with it is that model's to say.
     *
     * @throws org.gatehouse.access.AccessDenied when the actor may see objects of none of the types
     * @throws ObjectNotFound when the family has no such object, or none that the actor may see
     */
    public Model modelOf(Actor actor, Family family, String key) {
        rights.across(actor, types.types(family));
        return objects.find(family, key).map(object -> objects.typeOf(object).model()).flatMap(models::findByName)
                .filter(model -> permissions.has(actor, Permission.view(model.name()), key))
                .orElseThrow(() -> new ObjectNotFound("No object of " + family.path() + " matches the given query."));
    }
}
