package org.gatehouse.rehearsal;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;

/** Says whether a document would be accepted, by every check that storing it makes: types, references, expressions, rules of the kind. */
@Stateless
public class Rehearsal {

    @Inject
    private ManagedModels managed;

    @Resource
    private SessionContext session;

    /**
     * Stores the document and takes it back.
     *
     * @param key the object that it would change; empty for a new one
     * @return what is wrong with it, by field; empty when nothing is
     * @throws org.gatehouse.access.AccessDenied when the actor might not store it anyway
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public FieldProblems problems(Actor actor, Model model, Optional<String> key, JsonObject document) {
        try {
            if (key.isPresent()) {
                managed.replace(actor, model, key.get(), document);
            } else {
                managed.create(actor, model, document);
            }
            return new FieldProblems();
        } catch (InvalidInput refused) {
            return refused.problems();
        } finally {
            // Only now: a transaction that is already given up gets no connection.
            session.setRollbackOnly();
        }
    }
}
