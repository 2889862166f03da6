package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;

/** The one PostgreSQL of a run, and what it counted: statements by pg_stat_statements, without BEGIN and COMMIT. */
final class Database implements AutoCloseable {

    /** A statement and how often it ran. */
    record Counted(long calls, String statement) {
    }

    private final EmbeddedPostgres postgres;
    private final Path directory;

    private Database(EmbeddedPostgres postgres, Path directory) {
        this.postgres = postgres;
        this.directory = directory;
    }

    static Database start(Path work) {
        Path directory = work.resolve("postgres");
        EmbeddedPostgres postgres = EmbeddedPostgres.in(directory, work.resolve("postgres-binaries")).start();
        Database database = new Database(postgres, directory);
        database.execute(postgres.database("postgres"), "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'",
                "ALTER SYSTEM SET pg_stat_statements.track_utility = off", "ALTER SYSTEM SET shared_buffers = '256MB'");
        postgres.close();
        postgres.start();
        database.execute(postgres.database("postgres"), "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        return database;
    }

    /** An empty database of this run. */
    DatabaseAccess fresh(String product) {
        return postgres.database(product + "_" + Long.toString(System.currentTimeMillis(), 36));
    }

    ProcessUsage usage() {
        try {
            return new ProcessUsage(Long.parseLong(Files.readAllLines(directory.resolve("cluster/postmaster.pid")).get(0).strip()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void forgetStatements() {
        execute(postgres.database("postgres"), "SELECT pg_stat_statements_reset()");
    }

    /** The statements of a database since they were forgotten, the most frequent first. */
    List<Counted> statements(DatabaseAccess database) {
        String name = database.username();
        List<Counted> counted = new ArrayList<>();
        try (Connection connection = postgres.database("postgres").connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT s.calls, s.query FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid"
                        + " WHERE d.datname = '" + name + "' ORDER BY s.calls DESC")) {
            while (rows.next()) {
                counted.add(new Counted(rows.getLong(1), rows.getString(2)));
            }
            return counted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements one by one, each in a transaction of its own. */
    void execute(DatabaseAccess access, String... statements) {
        try (Connection connection = access.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs bulk inserts, and lets the planner know what came. */
    void bulk(DatabaseAccess access, String... statements) {
        execute(access, statements);
        execute(access, "ANALYZE");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
