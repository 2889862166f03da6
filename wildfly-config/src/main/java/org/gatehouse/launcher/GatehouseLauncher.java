package org.gatehouse.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code mvn -Prun}: starts a database and one node, prints where Gatehouse is, and stops both on Ctrl-C or SIGTERM. A start
 * that fails prints one line and ends with exit code 1.
 */
public final class GatehouseLauncher {

    private static final Duration READY_PATIENCE = Duration.ofMinutes(4);

    private final RunSettings settings;
    private final PrintStream out;
    /** What to stop, the last started first. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean stopping;

    GatehouseLauncher(RunSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Runs until it is interrupted. Settings: see {@link RunSettings}. */
    public static void main(String[] arguments) {
        System.exit(run());
    }

    private static int run() {
        try {
            Map<String, String> properties = new HashMap<>();
            System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
            GatehouseLauncher launcher = new GatehouseLauncher(RunSettings.from(System.getenv(), properties), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "gatehouse-stop"));
            WildFlyNode node = launcher.start();
            launcher.fail(node.awaitEnd());
        } catch (StartupFailure failure) {
            System.err.println("Gatehouse did not start: " + failure.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private WildFlyNode start() {
        start(HomeLock.acquire(settings.home()), () -> { });
        WildFlyNode node = new WildFlyNode(provision(), nodeSettings(database()));
        out.println("Starting WildFly …");
        node.deploy(settings.ear());
        start(node, node::start);
        node.awaitReady(READY_PATIENCE);
        out.println(Banner.of(settings, node));
        return node;
    }

    private WildFlyHome provision() {
        out.println("Preparing the server in " + settings.home() + " …");
        return new WildFlyProvisioner(settings.distribution(), settings.home().resolve("wildfly")).provision();
    }

    private DatabaseAccess database() {
        DatabaseAccess database = settings.database().orElseGet(() -> {
            out.println("Starting PostgreSQL …");
            EmbeddedPostgres postgres = EmbeddedPostgres.in(settings.home().resolve("postgres"),
                    settings.home().resolve("postgres-binaries"));
            start(postgres, postgres::start);
            return postgres.database("gatehouse");
        });
        database.requireReachable();
        return database;
    }

    private NodeSettings nodeSettings(DatabaseAccess database) {
        return new NodeSettings("gatehouse", settings.home().resolve("node"), WildFlyProfile.STANDALONE, settings.portOffset(),
                settings.bindAddress(), settings.heap(), database.environment(), settings.verbose())
                .with(new InstallationSecret(settings.home()).environment(System.getenv()));
    }

    /** Under the same lock as {@link #stop()}: an interrupt never misses what is just being started. */
    private synchronized void start(AutoCloseable resource, Runnable action) {
        if (stopping) {
            throw new StartupFailure("stopped before it was ready");
        }
        running.push(resource);
        action.run();
    }

    private synchronized void stop() {
        stopping = true;
        if (running.size() > 1) {
            out.println("Stopping Gatehouse …");
        }
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                System.err.println("While stopping: " + failure.getMessage());
            }
        }
    }

    private synchronized void fail(String reason) {
        if (!stopping) {
            System.err.println("Gatehouse ended: " + reason);
        }
    }
}
