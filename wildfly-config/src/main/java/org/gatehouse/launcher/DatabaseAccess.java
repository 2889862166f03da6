package org.gatehouse.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach a PostgreSQL database.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
 */
public record DatabaseAccess(String url, String username, String password) {

    /** The environment a node is started with; the names are those that the CLI scripts put into the data source. */
    public Map<String, String> environment() {
        return Map.of("GATEHOUSE_DATABASE_URL", url,
                "GATEHOUSE_DATABASE_USERNAME", username,
                "GATEHOUSE_DATABASE_PASSWORD", password);
    }

    /**
     * Opens a connection; the caller closes it.
     *
     * @throws SQLException when the database does not answer within five seconds or refuses the credentials
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        // The driver itself, not DriverManager, which does not see drivers of Maven's class loaders.
        Connection connection = new org.postgresql.Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not a jdbc:postgresql: URL");
        }
        return connection;
    }

    /** @throws StartupFailure when no connection can be opened */
    void requireReachable() {
        try (Connection connection = connect()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new StartupFailure("the database " + urlWithoutParameters() + " cannot be used: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"), e);
        }
    }

    /** Parameters of the URL may hold a password, so they are never shown. */
    private String urlWithoutParameters() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + urlWithoutParameters() + " as " + username + "]";
    }
}
