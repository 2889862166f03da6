package org.gatehouse.startup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What must be true of the database and of the way to it before the schema is touched. */
final class DatabaseChecks {

    /** PostgreSQL 14. */
    private static final int OLDEST_SERVER = 140_000;

    private final DataSource dataSource;

    DatabaseChecks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws StartupFailure with what is wrong */
    void run() {
        try (Connection connection = dataSource.getConnection()) {
            checkServer(connection);
            checkOwner(connection);
            checkTextBinding(connection);
        } catch (SQLException unreachable) {
            throw new StartupFailure("the database cannot be reached (" + firstLine(unreachable) + "): check GATEHOUSE_DATABASE_URL, "
                    + "GATEHOUSE_DATABASE_USERNAME and GATEHOUSE_DATABASE_PASSWORD, and that PostgreSQL accepts connections.");
        }
    }

    private static void checkServer(Connection connection) throws SQLException {
        int version = Integer.parseInt(show(connection, "server_version_num"));
        if (version < OLDEST_SERVER) {
            throw new StartupFailure("PostgreSQL 14 or newer is needed, this is " + show(connection, "server_version") + ".");
        }
        String encoding = show(connection, "server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new StartupFailure("the database has the encoding " + encoding
                    + ": create it anew with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.");
        }
    }

    /**
     * An empty schema is ours to fill, and one with our history is ours. WildFly's own tables (job repository, node
     * discovery) do not count: the server may make them before the EAR starts.
     */
    private static void checkOwner(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NULL AND EXISTS (
                    SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND lower(tablename) NOT IN (
                        'job_instance', 'job_execution', 'step_execution', 'partition_execution', 'jgroups', 'jgroupsping'))""")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new StartupFailure("the database holds tables that are not Gatehouse's: give Gatehouse a database of its own.");
            }
        }
    }

    private static String show(Connection connection, String parameter) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SHOW " + parameter)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Settings documents are bound as text; the server may only infer their type when the driver does not claim varchar. */
    private static void checkTextBinding(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement("SELECT jsonb_typeof(?)")) {
            statement.setString(1, "{}");
            statement.executeQuery().close();
        } catch (SQLException typed) {
            throw new StartupFailure("the datasource GatehouseDS binds text as varchar: add stringtype=unspecified to its URL "
                    + "(jdbc:postgresql://…?stringtype=unspecified) or as a connection property.");
        }
    }

    static String firstLine(Exception exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(cause.getClass().getSimpleName());
    }
}
