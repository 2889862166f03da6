package org.gatehouse.batch.cleanup;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gatehouse.model.WireName;
import org.gatehouse.model.job.ExpiringTable;

/** Reads the step property {@code table}. */
final class TableProperty {

    private TableProperty() {
    }

    /** @throws IllegalArgumentException when the name is not that of a table that may be cleaned */
    static ExpiringTable read(String name) {
        return WireName.find(ExpiringTable.class, name == null ? "" : name).orElseThrow(() -> new IllegalArgumentException(
                "The property table must be one of " + Arrays.stream(ExpiringTable.values()).map(WireName::wireName)
                        .collect(Collectors.joining(", ")) + "."));
    }
}
