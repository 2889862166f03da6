package org.gatehouse.batch.cleanup;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.model.job.ExpiredRow;
import org.gatehouse.token.TokenSecrets;

/** Gives expired API tokens a new key: the old one is dead, and whoever may see the new one fetches it. */
@Named
@Dependent
public class ApiTokenRenewer extends AbstractItemWriter {

    @Inject
    private TokenSecrets secrets;

    @Override
    public void writeItems(List<Object> items) {
        items.forEach(item -> secrets.renewExpired(((ExpiredRow) item).id(), Actor.ofSystem()));
    }
}
