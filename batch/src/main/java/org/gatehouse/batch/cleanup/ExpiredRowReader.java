package org.gatehouse.batch.cleanup;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gatehouse.model.job.ExpiredRow;
import org.gatehouse.model.job.ExpiredRows;
import org.gatehouse.model.job.ExpiringTable;

/** Reads the rows of one table that had run out when the step began, a page at a time; restarts where it stopped. */
@Named
@Dependent
public class ExpiredRowReader extends AbstractItemReader {

    private static final int PAGE = 1_000;

    @Inject
    @BatchProperty
    private String table;

    @Inject
    private ExpiredRows rows;

    @Inject
    private Clock clock;

    private final Deque<ExpiredRow> page = new ArrayDeque<>();
    private ExpiringTable source;
    private Instant now;
    private ExpiredRow last;
    private boolean exhausted;

    @Override
    public void open(Serializable checkpoint) {
        source = TableProperty.read(table);
        now = clock.instant();
        last = (ExpiredRow) checkpoint;
    }

    @Override
    public ExpiredRow readItem() {
        if (page.isEmpty() && !exhausted) {
            page.addAll(rows.page(source, now, last, PAGE));
            exhausted = page.size() < PAGE;
        }
        ExpiredRow next = page.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    @Override
    public ExpiredRow checkpointInfo() {
        return last;
    }
}
