package org.gatehouse.blueprint;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectRights;

/**
 * Makes a blueprint true: finds each entry's object by its identifiers and makes, changes or deletes it, in the order of the file and
 * in one transaction. An object that already is as the entry says is not written.
 */
@Stateless
public class BlueprintApplier {

    @Inject
    private ModelRegistry registry;

    @Inject
    private ManagedModels models;

    @Inject
    private ObjectRights rights;

    @Inject
    private BlueprintSurroundings surroundings;

    @Resource
    private SessionContext transaction;

    /**
     * Applies a blueprint.
     *
     * @param context values for {@code !Context}; they win over those of the blueprint
     * @return what became of each entry, in order
     * @throws BlueprintInvalid naming path, entry and line; nothing has been changed then
     */
    public List<EntryResult> apply(Blueprint blueprint, JsonObject context) {
        return run(Actor.ofSystem(), EntryWrites.lasting(Actor.ofSystem(), models), false).carryOut(blueprint, context).stream().map(EntryChange::result).toList();
    }

    /**
     * As {@link #apply}, but says what changed as well.
     *
     * @param actor with whose rights; a superuser's are the product's own
     */
    public List<EntryChange> applyShowing(Actor actor, Blueprint blueprint, JsonObject context) {
        return run(acting(actor), EntryWrites.lasting(acting(actor), models), true).carryOut(blueprint, context);
    }

    /**
     * Says what applying a blueprint would do: does it in a transaction of its own, and takes it back. No event tells of it.
     *
     * @throws BlueprintInvalid where applying it would throw one
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<EntryChange> rehearse(Actor actor, Blueprint blueprint, JsonObject context) {
        try {
            return run(acting(actor), EntryWrites.rehearsed(acting(actor), rights), true).carryOut(blueprint, context);
        } finally {
            // Not before: a transaction that is lost gets no connection any more.
            transaction.setRollbackOnly();
        }
    }

    private static Actor acting(Actor actor) {
        return actor.superuser() ? Actor.ofSystem() : actor;
    }

    private BlueprintRun run(Actor actor, EntryWrites writes, boolean diffs) {
        return new BlueprintRun(new ObjectSearch(registry, surroundings, actor.system() ? ObjectSearch.Readable.EVERYTHING : (model, key) -> rights.sees(actor, model, key)), writes, diffs);
    }
}
