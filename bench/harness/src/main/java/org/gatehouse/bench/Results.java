package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A finished run. */
record Results(Machine machine, Size size, List<Row> rows) {

    static final String GATEHOUSE = "Gatehouse";
    static final String PEER = "Keycloak";

    /** Leaves {@code latest.md}, {@code .json} and {@code .svg} in the directory and prints the table. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        String table = MarkdownTable.of(this);
        Files.writeString(directory.resolve("latest.md"), table);
        Files.writeString(directory.resolve("latest.json"), JsonReport.of(this));
        Files.writeString(directory.resolve("latest.svg"), RatioChart.of(rows));
        System.out.println();
        System.out.println(table);
        System.out.println("in " + directory.toAbsolutePath().normalize());
    }
}
