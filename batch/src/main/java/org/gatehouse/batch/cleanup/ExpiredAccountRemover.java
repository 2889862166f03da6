package org.gatehouse.batch.cleanup;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.directory.GeneratedAccounts;
import org.gatehouse.model.job.ExpiredRow;

/** Deletes accounts whose time is over, with everything that hangs on them. */
@Named
@Dependent
public class ExpiredAccountRemover extends AbstractItemWriter {

    @Inject
    private GeneratedAccounts accounts;

    @Override
    public void writeItems(List<Object> items) {
        items.forEach(item -> accounts.removeExpired(((ExpiredRow) item).id()));
    }
}
