package org.gatehouse.batch.cleanup;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.model.job.ExpiredRow;
import org.gatehouse.session.Sessions;

/** Ends logins whose time has run out, as if somebody had logged out: the clients they were used for are told. */
@Named
@Dependent
public class ExpiredSessionEnder extends AbstractItemWriter {

    @Inject
    private Sessions sessions;

    @Override
    public void writeItems(List<Object> items) {
        sessions.endExpired(items.stream().map(item -> ((ExpiredRow) item).id()).toList());
    }
}
