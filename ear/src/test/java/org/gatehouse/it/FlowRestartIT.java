package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.Test;

/** The only node goes away in the middle of a login, orderly or not, and the person goes on where they were. */
class FlowRestartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FLOW = "default-authentication-flow";

    @Test
    void aHalfFinishedLoginAndTheCountOfWrongPasswordsSurviveTheLossOfTheOnlyNode() throws Exception {
        try (EmbeddedPostgres postgres = GatehouseServer.postgres("postgres-flow-restart").start()) {
            DatabaseAccess database = GatehouseServer.newDatabase(postgres);
            try (WildFlyNode node = GatehouseServer.node("flow-restart", WildFlyProfile.STANDALONE, 1100, database)) {
                node.deploy(GatehouseServer.ear()).start().awaitReady(PATIENCE);
                HttpBrowser halfWay = new HttpBrowser(node.url());
                HttpBrowser guesser = new HttpBrowser(node.url());
                halfWay.challenge(FLOW);
                assertThat(halfWay.answer(FLOW, name("akadmin")).getString("component")).isEqualTo("ak-stage-password");
                guessUntilThrottled(guesser);

                node.stop();
                node.start().awaitReady(PATIENCE);
                assertThat(halfWay.challenge(FLOW).getString("component")).as("after an orderly restart").isEqualTo("ak-stage-password");

                String before = plans(database);
                halfWay.answer(FLOW, password("wrong"));
                awaitOther(before, database);
                node.kill();
                node.start().awaitReady(PATIENCE);
                assertThat(halfWay.challenge(FLOW).toString()).as("after the process was killed").contains("ak-stage-password", "Invalid password");
                assertThat(plans(database)).as("what is kept").contains("v1:").doesNotContain("akadmin", "pending_user");

                guess(guesser);
                assertThat(guess(guesser)).as("the earlier guesses still count").doesNotContain("Invalid password");
            }
        }
    }

    private static void guessUntilThrottled(HttpBrowser guesser) {
        for (int i = 0; i < 40; i++) {
            if (!guess(guesser).contains("Invalid password")) {
                return;
            }
        }
        throw new AssertionError("Guessing was never slowed down.");
    }

    private static String guess(HttpBrowser guesser) {
        JsonObject at = guesser.challenge(FLOW);
        if (at.getString("component").equals("ak-stage-access-denied")) {
            guesser.get("/flows/-/cancel/?flow=" + FLOW);
            at = guesser.challenge(FLOW);
        }
        if (at.getString("component").equals("ak-stage-identification")) {
            guesser.answer(FLOW, name("somebody"));
        }
        return guesser.answer(FLOW, password("a guess")).toString();
    }

    private static JsonObject name(String name) {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", name).build();
    }

    private static JsonObject password(String password) {
        return Json.createObjectBuilder().add("component", "ak-stage-password").add("password", password).build();
    }

    /** Caches are written behind; this waits until what was kept is not {@code before} any more. */
    private static void awaitOther(String before, DatabaseAccess database) throws SQLException, InterruptedException {
        for (int i = 0; plans(database).equals(before); i++) {
            assertThat(i).as("tenths of a second").isLessThan(100);
            Thread.sleep(100);
        }
    }

    private static String plans(DatabaseAccess database) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT string_agg(entry, ' ' ORDER BY id) FROM kept_entry WHERE cache = 'flow-plans'")) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
