package org.gatehouse.directory.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first line of a file: the names of its columns. {@code username} is needed; {@code attributes.settings.locale} is the attribute
 * {@code locale} inside of {@code settings}.
 *
 * @param columns in the order of the file
 */
record ImportHeader(List<String> columns) {

    static final String ATTRIBUTE = "attributes.";
    static final String HASH = "password_hash";
    static final String GROUPS = "groups";

    private static final Set<String> KNOWN = Set.of("username", "name", "email", "is_active", "type", "path", GROUPS, HASH);

    /** Reads the header; what is wrong with it is added to the report, and then nothing else can be read. */
    static ImportHeader read(CsvReader.Line line, ImportReport.Draft report) {
        List<String> columns = line.fields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                report.add(line.line(), shown(column), "This column occurs twice.");
            } else if (!KNOWN.contains(column) && !(column.startsWith(ATTRIBUTE) && column.length() > ATTRIBUTE.length())) {
                report.add(line.line(), shown(column), "There is no such column. There are username, name, email, is_active, type, path, groups,"
                        + " password_hash and attributes.*.");
            }
        }
        if (!seen.contains("username")) {
            report.add(line.line(), "username", "This column is required.");
        }
        return new ImportHeader(columns);
    }

    private static String shown(String column) {
        return column.length() > 80 ? column.substring(0, 80) + "…" : column;
    }
}
