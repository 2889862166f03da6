package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.NodeSettings;
import org.gatehouse.launcher.WildFlyHome;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.gatehouse.launcher.WildFlyProvisioner;

/** One stand-alone Gatehouse node, started as {@code mvn -Prun} does. */
final class GatehouseProduct implements Product {

    private static final int PORT_OFFSET = 1500;
    private static final String TOKEN = "bootstrap-token-of-the-benchmark";

    private final Database postgres;
    private final DatabaseAccess database;
    private final WildFlyHome home;
    private final Path base;
    private final Path ear;
    private WildFlyNode node;
    private int users = 1;
    private int applications;

    GatehouseProduct(Database postgres, Path work, Path distribution, Path ear) {
        this.postgres = postgres;
        this.database = postgres.fresh("gatehouse");
        this.home = new WildFlyProvisioner(distribution, work.resolve("wildfly")).provision();
        this.base = work.resolve("gatehouse");
        this.ear = ear;
    }

    @Override
    public String name() {
        return "Gatehouse";
    }

    @Override
    public double start(boolean fastHash) {
        Map<String, String> environment = new HashMap<>(Map.of("GATEHOUSE_SECRET_KEY", "the secret key of the benchmark",
                "GATEHOUSE_BOOTSTRAP_PASSWORD", PASSWORD, "GATEHOUSE_BOOTSTRAP_TOKEN", TOKEN));
        if (fastHash) {
            environment.putAll(Map.of("GATEHOUSE_PASSWORD_MEMORY", "64", "GATEHOUSE_PASSWORD_ITERATIONS", "1"));
        }
        NodeSettings settings = NodeSettings.of("bench", base, WildFlyProfile.STANDALONE, PORT_OFFSET, database).with(environment);
        node = new WildFlyNode(home, settings).deploy(ear);
        long begin = System.nanoTime();
        node.start().awaitReady(Duration.ofMinutes(3));
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public ProcessUsage usage() {
        try {
            return new ProcessUsage(Long.parseLong(Files.readString(base.resolve("server.pid")).strip()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DatabaseAccess database() {
        return database;
    }

    @Override
    public void prepare() {
        GatehouseSetup setup = new GatehouseSetup(url(), TOKEN);
        setup.application("bench");
        setup.denyStrangers(setup.application("bench-policy"));
        setup.templateUser();
    }

    @Override
    public void ensureUsers(int count) {
        new GatehouseSetup(url(), TOKEN).setTemplatePassword();
        postgres.bulk(database,
                "INSERT INTO user_account SELECT (jsonb_populate_record(t, jsonb_build_object("
                        + "'id', nextval(pg_get_serial_sequence('user_account', 'id')), 'uuid', gen_random_uuid(),"
                        + "'username', 'user' || lpad(n::text, 7, '0'), 'name', 'Bench User ' || n,"
                        + "'email', 'user' || n || '@bench.example'))).* FROM user_account t, generate_series(" + users + ", " + count + ") n"
                        + " WHERE t.username = 'template'",
                "UPDATE user_account u SET password = t.password FROM user_account t"
                        + " WHERE t.username = 'template' AND u.username LIKE 'user0%' AND u.password <> t.password");
        users = Math.max(users, count + 1);
    }

    @Override
    public void ensureApplications(int count) {
        GatehouseSetup setup = new GatehouseSetup(url(), TOKEN);
        while (applications < count) {
            setup.application(Product.application(++applications));
        }
    }

    @Override
    public Optional<Load> load(Scenario scenario) {
        return new GatehouseLoads(url(), TOKEN, users - 1, applications).of(scenario);
    }

    private static String url() {
        return "http://127.0.0.1:" + (8080 + PORT_OFFSET);
    }

    @Override
    public void close() {
        if (node != null) {
            node.close();
        }
    }
}
