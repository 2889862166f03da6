package org.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The results as JSON: every round, and the statements that PostgreSQL ran most often. */
final class JsonReport {

    private static final JsonWriterFactory WRITERS = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private static final int LONGEST_STATEMENT = 300;

    private JsonReport() {
    }

    static String of(Results results) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        results.rows().forEach(row -> rows.add(row(row)));
        JsonObject report = Json.createObjectBuilder().add("time", results.machine().time().toString())
                .add("machine", results.machine().description()).add("load_average", results.machine().load())
                .add("size", results.size().name()).add("rows", rows).build();
        StringWriter text = new StringWriter();
        WRITERS.createWriter(text).write(report);
        return text.append('\n').toString();
    }

    private static JsonObjectBuilder row(Row row) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", row.id()).add("title", row.title()).add("pending", row.isPending())
                .add("failed", row.hasFailed());
        row.ratio(Results.GATEHOUSE, Results.PEER).ifPresent(ratio -> json.add("ratio", rounded(ratio)));
        JsonObjectBuilder products = Json.createObjectBuilder();
        for (String product : List.of(Results.GATEHOUSE, Results.PEER)) {
            if (!row.values(product).isEmpty()) {
                JsonArrayBuilder values = Json.createArrayBuilder();
                row.values(product).forEach(value -> values.add(rounded(value)));
                products.add(product, Json.createObjectBuilder().add("unit", row.unit()).add("mean", rounded(row.meanValue(product)))
                        .add("values", values));
            } else if (!row.samples(product).isEmpty()) {
                products.add(product, product(row, product));
            }
        }
        return json.add("products", products);
    }

    private static JsonObjectBuilder product(Row row, String product) {
        JsonArrayBuilder rounds = Json.createArrayBuilder();
        row.samples(product).forEach(sample -> rounds.add(sample(sample)));
        JsonArrayBuilder statements = Json.createArrayBuilder();
        row.statements(product).forEach(counted -> statements.add(Json.createObjectBuilder().add("calls", counted.calls())
                .add("statement", counted.statement().substring(0, Math.min(LONGEST_STATEMENT, counted.statement().length())))));
        return Json.createObjectBuilder().add("throughput", rounded(row.throughput(product)))
                .add("cpu_seconds_per_1000", rounded(1000 * row.perPass(product, Sample::cpuSeconds)))
                .add("statements_per_pass", rounded(row.perPass(product, Sample::statements)))
                .add("rss_mib", rounded(row.mean(product, Sample::residentMiB)))
                .add("errors", row.errors(product)).add("rounds", rounds).add("statements_of_last_round", statements);
    }

    private static JsonObjectBuilder sample(Sample sample) {
        return Json.createObjectBuilder().add("count", sample.load().count()).add("errors", sample.load().errors())
                .add("seconds", rounded(sample.load().seconds())).add("p50_ms", rounded(sample.load().p50()))
                .add("p95_ms", rounded(sample.load().p95())).add("p99_ms", rounded(sample.load().p99()))
                .add("cpu_seconds", rounded(sample.cpuSeconds())).add("database_cpu_seconds", rounded(sample.databaseCpuSeconds()))
                .add("rss_mib", rounded(sample.residentMiB())).add("statements", sample.statements())
                .add("advisory_locks", sample.advisoryLocks());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
