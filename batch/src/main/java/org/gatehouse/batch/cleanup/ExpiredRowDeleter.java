package org.gatehouse.batch.cleanup;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.gatehouse.model.job.ExpiredRow;
import org.gatehouse.model.job.ExpiredRows;

/** Deletes a chunk of one table's rows in the chunk's transaction. */
@Named
@Dependent
public class ExpiredRowDeleter extends AbstractItemWriter {

    @Inject
    @BatchProperty
    private String table;

    @Inject
    private ExpiredRows rows;

    @Inject
    private Clock clock;

    @Override
    public void writeItems(List<Object> items) {
        rows.delete(TableProperty.read(table), items.stream().map(item -> ((ExpiredRow) item).id()).toList(), clock.instant());
    }
}
