package org.gatehouse.directory.transfer;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gatehouse.access.Actor;
import org.gatehouse.type.ObjectChanged;

/** Stores the good lines of a file that was looked through before. */
@Stateless
public class ImportStore {

    private static final ObjectChanged IMPORTED = new ObjectChanged("authentik_core.user", "", ObjectChanged.Change.CREATED);

    @Inject
    private ImportCheck check;

    @Inject
    private ImportBatches batches;

    @Inject
    private Event<ObjectChanged> changes;

    @Resource
    private SessionContext context;

    /**
     * Stores every line in one transaction; undoes all of it when any is not good any more.
     *
     * @param report what is wrong, looked for once more
     * @return how many accounts were made
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int storeAll(Actor actor, ImportFile file, ImportReport.Draft report) throws IOException {
        int created = store(actor, file, report, batches::storeWithin);
        if (report.isClean()) {
            changes.fire(IMPORTED);
            return created;
        }
        context.setRollbackOnly();
        return 0;
    }

    /** Stores the good lines, each batch in a transaction of its own. Parameters and result as {@link #storeAll}. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int storeRest(Actor actor, ImportFile file, ImportReport.Draft report) throws IOException {
        int created = store(actor, file, report, batches::store);
        changes.fire(IMPORTED);
        return created;
    }

    private int store(Actor actor, ImportFile file, ImportReport.Draft report, Function<List<ImportedUser>, Set<String>> writer) throws IOException {
        AtomicInteger created = new AtomicInteger();
        check.read(actor, file, report, batch -> {
            Set<String> lost = batch.isEmpty() ? Set.of() : writer.apply(batch);
            created.addAndGet(batch.size() - lost.size());
            batch.stream().filter(one -> lost.contains(ImportNames.key(one.user().getUsername())))
                    .forEach(one -> report.add(one.line(), "username", "A user with that username already exists."));
        });
        return created.get();
    }
}
