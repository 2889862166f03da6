package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.Test;

/** What a step of a flow costs the database: at most six statements, once the node is warm. */
class StepStatementsIT {

    private static final int MOST = 6;
    private static final String FLOW = "default-authentication-flow";

    @Test
    void noStepOfALoginRunsMoreThanSixStatements() {
        try (CountedStatements postgres = CountedStatements.start("postgres-statements");
                WildFlyNode node = GatehouseServer.node("statements", WildFlyProfile.STANDALONE, 1100, postgres.database())) {
            node.deploy(GatehouseServer.ear()).start().awaitReady(Duration.ofMinutes(3));
            CountedStatements.withoutRules(new ApiClient(node.url(), GatehouseServer.TOKEN));
            assertThat(new HttpBrowser(node.url()).login("akadmin", GatehouseServer.PASSWORD).getString("component")).isEqualTo("xak-flow-redirect");
            new HttpBrowser(node.url()).get("/if/flow/" + FLOW + "/");
            Map<String, List<String>> steps = new LinkedHashMap<>();
            HttpBrowser browser = new HttpBrowser(node.url());

            steps.put("GET page", postgres.during(() -> page(new HttpBrowser(node.url()))));
            steps.put("GET identification", postgres.during(() -> expect(browser.challenge(FLOW), "ak-stage-identification")));
            steps.put("POST identification", postgres.during(() -> expect(browser.answer(FLOW, name()), "ak-stage-password")));
            steps.put("GET password", postgres.during(() -> expect(browser.challenge(FLOW), "ak-stage-password")));
            steps.put("POST wrong password", postgres.during(() -> expect(browser.answer(FLOW, password("wrong")), "ak-stage-password")));
            steps.put("POST password, user_login", postgres.during(() ->
                    expect(browser.answer(FLOW, password(GatehouseServer.PASSWORD)), "xak-flow-redirect")));

            SoftAssertions each = new SoftAssertions();
            steps.forEach((step, statements) -> each.assertThat(statements).as(step).hasSizeLessThanOrEqualTo(MOST));
            each.assertAll();
        }
    }

    private static void page(HttpBrowser browser) {
        assertThat(browser.get("/if/flow/" + FLOW + "/").statusCode()).isIn(200, 303);
    }

    private static void expect(JsonObject challenge, String component) {
        assertThat(challenge.getString("component")).isEqualTo(component);
    }

    private static JsonObject name() {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", "akadmin").build();
    }

    private static JsonObject password(String password) {
        return Json.createObjectBuilder().add("component", "ak-stage-password").add("password", password).build();
    }
}
