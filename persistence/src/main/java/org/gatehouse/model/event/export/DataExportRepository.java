package org.gatehouse.model.event.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on exports. */
@ApplicationScoped
public class DataExportRepository extends Repository<DataExport, UUID> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("data_export o", "o.requested DESC").order("requested_on", "o.requested")
            .order("id", "o.id").search("o.model");

    public DataExportRepository() {
        super(DataExport.class);
    }
}
