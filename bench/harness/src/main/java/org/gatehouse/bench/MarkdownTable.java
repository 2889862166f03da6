package org.gatehouse.bench;

import java.util.List;
import java.util.Locale;

/** The results as a Markdown table: two lines for each scenario, one for each product. */
final class MarkdownTable {

    private MarkdownTable() {
    }

    static String of(Results results) {
        StringBuilder text = new StringBuilder();
        text.append(results.machine().time()).append(", ").append(results.size().name()).append(" run (").append(results.size().rounds())
                .append(" rounds of ").append(results.size().measured()).append(" s), on ").append(results.machine().description())
                .append("; load average before the run ").append(results.machine().load()).append(".\n\n")
                .append("| scenario | product | per second | p50 ms | p95 ms | p99 ms | CPU s / 1,000 | database CPU s / 1,000 | RSS MiB")
                .append(" | SQL / pass | errors | ratio |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        results.rows().forEach(row -> text.append(lines(row)));
        return text.toString();
    }

    private static String lines(Row row) {
        if (row.isPending()) {
            return "| " + row.title() + " | | pending | | | | | | | | | |\n";
        }
        if (row.hasFailed()) {
            return "| " + row.title() + " | | failed | | | | | | | | | |\n";
        }
        String ratio = row.ratio(Results.GATEHOUSE, Results.PEER).map(value -> number("%.2f", value)).orElse("no peer");
        StringBuilder lines = new StringBuilder();
        for (String product : List.of(Results.GATEHOUSE, Results.PEER)) {
            String shown = product.equals(Results.GATEHOUSE) ? ratio : "";
            if (row.isLoad() && !row.samples(product).isEmpty()) {
                lines.append(load(row, product, shown));
            } else if (!row.values(product).isEmpty()) {
                lines.append("| ").append(row.title()).append(" | ").append(product).append(" | ")
                        .append(number("%.1f ", row.meanValue(product))).append(row.unit()).append(" | | | | | | | | | ").append(shown).append(" |\n");
            }
        }
        return lines.toString();
    }

    private static String load(Row row, String product, String ratio) {
        return "| " + row.title() + " | " + product + " | " + number("%.1f", row.throughput(product))
                + " | " + number("%.1f", row.mean(product, s -> s.load().p50()))
                + " | " + number("%.1f", row.mean(product, s -> s.load().p95()))
                + " | " + number("%.1f", row.mean(product, s -> s.load().p99()))
                + " | " + number("%.2f", 1000 * row.perPass(product, Sample::cpuSeconds))
                + " | " + number("%.2f", 1000 * row.perPass(product, Sample::databaseCpuSeconds))
                + " | " + number("%.0f", row.mean(product, Sample::residentMiB))
                + " | " + number("%.1f", row.perPass(product, Sample::statements))
                + " | " + row.errors(product) + " | " + ratio + " |\n";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
