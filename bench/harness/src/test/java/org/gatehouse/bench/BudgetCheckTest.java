package org.gatehouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetCheckTest {

    private static final JsonObject RESULTS = json("""
            {"rows": [{"id": "sso", "products": {"Gatehouse": {"statements_per_pass": 12.0}}}, {"id": "saml-sso", "products": {}}]}""");

    @Test
    void isContentWithinTheBudget() {
        assertThat(complaints("{\"sso\": {\"statements_per_pass\": 12}}")).isEmpty();
    }

    @Test
    void complainsAboveTheBudget() {
        assertThat(complaints("{\"sso\": {\"statements_per_pass\": 11.9}}"))
                .containsExactly("sso: statements_per_pass is 12.0, the budget is 11.9");
    }

    @Test
    void complainsWhenARowWasNotMeasured() {
        assertThat(complaints("{\"saml-sso\": {\"statements_per_pass\": 5}, \"nonsense\": {\"mean\": 1}}")).hasSize(2);
    }

    @Test
    void takesPercentilesByTheNearestRank() {
        long[] sorted = {1_000_000, 2_000_000, 3_000_000, 4_000_000};

        assertThat(JourneyLoad.percentile(sorted, 50)).isEqualTo(2.0);
        assertThat(JourneyLoad.percentile(sorted, 99)).isEqualTo(4.0);
        assertThat(JourneyLoad.percentile(new long[0], 50)).isZero();
    }

    private static List<String> complaints(String budgets) {
        return BudgetCheck.complaints(json(budgets), RESULTS);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
