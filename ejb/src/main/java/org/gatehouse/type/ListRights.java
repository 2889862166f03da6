package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.access.ListScope;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;

/**
 * Narrows lists to what an actor may see: everything, what roles open one by one, and what is the actor's own. Who may see nothing of
 * the kind at all is refused rather than shown an empty list, as the contract has it.
 */
@ApplicationScoped
public class ListRights {

    @Inject
    private Permissions permissions;

    /** @throws org.gatehouse.access.AccessDenied when the actor may not see such objects */
    public ModelQuery narrow(Actor actor, Model model, ModelQuery query) {
        Permission view = Permission.view(model.name());
        if (permissions.has(actor, view)) {
            return query;
        }
        if (model.isNarrowable() && permissions.hasSomewhere(actor, view)) {
            return query.within(new VisibleObjects(permissions.scope(actor, Set.of(view)), ownFilters(actor, model)));
        }
        return model.ownPart(actor, query).orElseThrow(Permissions::refusal);
    }

    /** What the model narrows any query by, to say which objects are the actor's own. */
    private static Map<String, String> ownFilters(Actor actor, Model model) {
        return model.ownPart(actor, ModelQuery.all()).map(ModelQuery::filters).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, filter -> filter.getValue().get(0)));
    }

    /**
     * Which objects of some kinds the actor may see.
     *
     * @throws org.gatehouse.access.AccessDenied when the actor may see none of them
     */
    FamilyRights across(Actor actor, List<? extends TypeDescriptor<?>> types) {
        List<Permission> views = types.stream().map(type -> Permission.view(type.model())).toList();
        Set<String> whole = types.stream().filter(type -> permissions.has(actor, Permission.view(type.model()))).map(TypeDescriptor::name)
                .collect(Collectors.toSet());
        Set<Permission> single = views.stream().filter(view -> !permissions.has(actor, view) && permissions.hasSomewhere(actor, view))
                .collect(Collectors.toSet());
        if (whole.isEmpty() && single.isEmpty()) {
            throw Permissions.refusal();
        }
        return new FamilyRights(whole, whole.size() == types.size(), permissions.scope(actor, single));
    }

    /**
     * What of a family may be seen.
     *
     * @param types the types whose objects may all be seen
     * @param everything whether these are all types
     * @param granted single objects of the others
     */
    record FamilyRights(Set<String> types, boolean everything, ListScope granted) {
    }
}
