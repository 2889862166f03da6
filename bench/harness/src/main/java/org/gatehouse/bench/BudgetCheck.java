package org.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Entry point of {@code bench/check}: compares results with budgets. */
public final class BudgetCheck {

    private BudgetCheck() {
    }

    /** Prints what is over its budget and ends with 1, or ends with 0. Arguments: budgets, results. */
    public static void main(String[] arguments) throws IOException {
        List<String> complaints = complaints(read(arguments[0]), read(arguments[1]));
        complaints.forEach(System.out::println);
        System.out.println(complaints.isEmpty() ? "within the budgets" : complaints.size() + " over budget");
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** A budget without a measured value is exceeded too: a renamed row must not switch its check off. */
    static List<String> complaints(JsonObject budgets, JsonObject results) {
        List<String> complaints = new ArrayList<>();
        budgets.forEach((id, limits) -> limits.asJsonObject().forEach((measure, limit) -> {
            double most = Double.parseDouble(limit.toString());
            Double measured = measured(results, id, measure);
            if (measured == null) {
                complaints.add(id + ": " + measure + " was not measured");
            } else if (measured > most) {
                complaints.add(id + ": " + measure + " is " + measured + ", the budget is " + most);
            }
        }));
        return complaints;
    }

    private static Double measured(JsonObject results, String id, String measure) {
        return results.getJsonArray("rows").stream().map(row -> row.asJsonObject())
                .filter(row -> row.getString("id").equals(id))
                .map(row -> row.getJsonObject("products").getJsonObject(Results.GATEHOUSE))
                .filter(product -> product != null && product.containsKey(measure))
                .map(product -> product.getJsonNumber(measure).doubleValue()).findFirst().orElse(null);
    }

    private static JsonObject read(String file) throws IOException {
        try (Reader text = Files.newBufferedReader(Path.of(file)); var reader = Json.createReader(text)) {
            return reader.readObject();
        }
    }
}
