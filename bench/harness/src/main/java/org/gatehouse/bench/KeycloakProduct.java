package org.gatehouse.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatehouse.launcher.DatabaseAccess;

/** One Keycloak in production mode, built for PostgreSQL and, as the other product, without a cluster. */
final class KeycloakProduct implements Product {

    private static final int PORT = 9680;
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static final int START_PATIENCE = 180;

    private final Database postgres;
    private final DatabaseAccess database;
    private final KeycloakHome home;
    private Process server;
    private int users = 1;
    private int applications;

    KeycloakProduct(Database postgres, Path work, Path distribution) {
        this.postgres = postgres;
        this.database = postgres.fresh("keycloak");
        this.home = KeycloakHome.provision(distribution, work.resolve("keycloak"));
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public double start(boolean fastHash) {
        List<String> options = new java.util.ArrayList<>(List.of("start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + PORT, "--hostname=" + URL, "--db-url=" + database.url(), "--db-username=" + database.username()));
        if (fastHash) {
            options.addAll(List.of("--spi-password-hashing--argon2--memory=64", "--spi-password-hashing--argon2--iterations=1"));
        }
        long begin = System.nanoTime();
        server = home.start(options, Map.of("KC_DB_PASSWORD", database.password(), "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD, "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx" + HEAP));
        awaitReady(begin);
        return (System.nanoTime() - begin) / 1e9;
    }

    private void awaitReady(long begin) {
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(START_PATIENCE)) {
                throw new IllegalStateException("Keycloak does not start, see " + home.log());
            }
            pause();
        }
    }

    private static boolean answers() {
        try {
            return new Browser().get(URL + "/realms/master/.well-known/openid-configuration").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ProcessUsage usage() {
        return new ProcessUsage(server.pid());
    }

    @Override
    public DatabaseAccess database() {
        return database;
    }

    @Override
    public void prepare() {
        new KeycloakSetup(URL).realm();
    }

    /** A user, his password and his roles, copied in the tables: the form of the rows is the product's own. */
    @Override
    public void ensureUsers(int count) {
        new KeycloakSetup(URL).setTemplatePassword();
        String copies = " FROM user_entity u, generate_series(" + users + ", " + count + ") n, %s t"
                + " WHERE u.username = 'template' AND t.user_id = u.id";
        String id = "'user-' || n";
        postgres.bulk(database,
                "INSERT INTO user_entity SELECT (jsonb_populate_record(u, jsonb_build_object('id', " + id + ","
                        + "'username', 'user' || lpad(n::text, 7, '0'), 'email', 'user' || n || '@bench.example',"
                        + "'email_constraint', 'user' || n || '@bench.example', 'last_name', 'User ' || n))).*"
                        + " FROM user_entity u, generate_series(" + users + ", " + count + ") n WHERE u.username = 'template'",
                "INSERT INTO credential SELECT (jsonb_populate_record(t, jsonb_build_object('id', 'credential-' || n, 'user_id', " + id + "))).*"
                        + String.format(copies, "credential"),
                "INSERT INTO user_role_mapping SELECT (jsonb_populate_record(t, jsonb_build_object('user_id', " + id + "))).*"
                        + String.format(copies, "user_role_mapping"),
                "UPDATE credential c SET secret_data = t.secret_data, credential_data = t.credential_data FROM credential t, user_entity u"
                        + " WHERE t.user_id = u.id AND u.username = 'template' AND c.id LIKE 'credential-%'"
                        + " AND c.secret_data <> t.secret_data");
        users = Math.max(users, count + 1);
    }

    @Override
    public void ensureApplications(int count) {
        KeycloakSetup setup = new KeycloakSetup(URL);
        while (applications < count) {
            setup.client(Product.application(++applications));
        }
    }

    @Override
    public Optional<Load> load(Scenario scenario) {
        return new KeycloakLoads(URL, users - 1, applications).of(scenario);
    }

    @Override
    public void close() {
        if (server == null) {
            return;
        }
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
