package org.gatehouse.it;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;

/** A PostgreSQL that counts statements ({@code pg_stat_statements}), without {@code BEGIN}, {@code COMMIT} and {@code SET}. */
final class CountedStatements implements AutoCloseable {

    /** Tables of what runs by itself a moment later: plans written behind, the chain of the audit log, rules that read along it, jobs. */
    private static final String BEHIND = "kept_entry|event_chain|event_seal|event_unsealed|notification_|task_schedule|cluster_node";

    private final EmbeddedPostgres postgres;
    private final DatabaseAccess all;
    private final DatabaseAccess database;

    private CountedStatements(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        this.all = postgres.database("postgres");
        this.database = GatehouseServer.newDatabase(postgres);
    }

    static CountedStatements start(String directory) {
        EmbeddedPostgres postgres = GatehouseServer.postgres(directory).start();
        execute(postgres.database("postgres"), "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        execute(postgres.database("postgres"), "ALTER SYSTEM SET pg_stat_statements.track_utility = off");
        postgres.close();
        postgres.start();
        execute(postgres.database("postgres"), "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        return new CountedStatements(postgres);
    }

    DatabaseAccess database() {
        return database;
    }

    /** Takes away the rules that follow events: a moment after an event they read bindings, just as a request does. */
    static void withoutRules(ApiClient api) {
        api.get("/events/rules/?page_size=100").getJsonArray("results").getValuesAs(JsonObject.class)
                .forEach(rule -> api.send("DELETE", "/events/rules/" + rule.getString("pk") + "/", ""));
    }

    /** The statements that run because of what is done here, each as often as it ran; what is written behind no request waits for. */
    List<String> during(Runnable work) {
        execute(all, "SELECT pg_stat_statements_reset()");
        work.run();
        List<String> statements = new ArrayList<>();
        try (Connection connection = all.connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT s.calls, s.query FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid"
                        + " WHERE d.datname = '" + database.username() + "' AND s.query !~ '" + BEHIND + "'")) {
            while (rows.next()) {
                for (int i = 0; i < rows.getInt(1); i++) {
                    statements.add(rows.getString(2));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return statements;
    }

    private static void execute(DatabaseAccess access, String sql) {
        try (Connection connection = access.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
