package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;
import org.gatehouse.launcher.NodeSettings;
import org.gatehouse.launcher.StartupFailure;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first start of an installation without a bootstrap password, and starts that cannot succeed. */
class FirstStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PORT_OFFSET = 900;
    private static final Map<String, String> SECRET = Map.of("GATEHOUSE_SECRET_KEY", "the secret key of a first start");

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startDatabase() {
        postgres = GatehouseServer.postgres("postgres-first-start").start();
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @Test
    void theFirstVisitorSetsThePasswordAndNobodyAfter() throws Exception {
        try (WildFlyNode node = node("first", GatehouseServer.newDatabase(postgres), SECRET)) {
            node.deploy(GatehouseServer.ear()).start().awaitReady(PATIENCE);
            List<HttpBrowser> visitors = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                HttpBrowser visitor = new HttpBrowser(node.url());
                assertThat(visitor.challenge("initial-setup").getString("component")).isEqualTo("ak-stage-prompt");
                visitors.add(visitor);
            }

            List<JsonObject> answers = allAtOnce(visitors);

            assertThat(answers).filteredOn(answer -> answer.getString("component").equals("xak-flow-redirect")).hasSize(1);
            assertThat(new HttpBrowser(node.url()).challenge("initial-setup").getString("component")).isEqualTo("ak-stage-access-denied");
            assertThat(new HttpBrowser(node.url()).login("akadmin", "the first password").getString("component")).isEqualTo("xak-flow-redirect");

            node.stop();
            node.start().awaitReady(PATIENCE);
            assertThat(new HttpBrowser(node.url()).challenge("initial-setup").getString("component")).isEqualTo("ak-stage-access-denied");
        }
    }

    @Test
    void aSchemaFromTheFutureIsSaidInOneLine() throws SQLException {
        DatabaseAccess database = GatehouseServer.newDatabase(postgres);
        try (WildFlyNode node = node("schema", database, SECRET)) {
            node.deploy(GatehouseServer.ear()).start().awaitReady(PATIENCE);
            node.stop();
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'test', 1, true)");
            }
            assertThatThrownBy(() -> node.start().awaitReady(PATIENCE)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("newer").hasMessageNotContaining("\n");
        }
    }

    @Test
    void aMissingSecretKeyIsSaidInOneLine() {
        try (WildFlyNode node = node("secret", GatehouseServer.newDatabase(postgres), Map.of())) {
            node.deploy(GatehouseServer.ear());
            assertThatThrownBy(() -> node.start().awaitReady(PATIENCE)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("GATEHOUSE_SECRET_KEY").hasMessageNotContaining("\n");
        }
    }

    @Test
    void anUnreachableDatabaseIsSaidInOneLine() {
        DatabaseAccess nowhere = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/gatehouse", "gatehouse", "none");
        try (WildFlyNode node = node("nowhere", nowhere, SECRET)) {
            node.deploy(GatehouseServer.ear());
            assertThatThrownBy(() -> node.start().awaitReady(PATIENCE)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("database").hasMessageNotContaining("\n");
        }
    }

    private static List<JsonObject> allAtOnce(List<HttpBrowser> visitors) throws Exception {
        JsonObject setup = Json.createObjectBuilder().add("component", "ak-stage-prompt").add("email", "admin@gatehouse.example")
                .add("password", "the first password").add("password_repeat", "the first password").build();
        ExecutorService threads = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Future<JsonObject>> running = new ArrayList<>();
            for (HttpBrowser visitor : visitors) {
                running.add(threads.submit(() -> visitor.answer("initial-setup", setup)));
            }
            List<JsonObject> answers = new ArrayList<>();
            for (Future<JsonObject> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static WildFlyNode node(String name, DatabaseAccess database, Map<String, String> environment) {
        return GatehouseServer.node(NodeSettings.of(name, GatehouseServer.directory("node-" + name), WildFlyProfile.STANDALONE, PORT_OFFSET, database)
                .with(environment));
    }
}
