package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One WildFly server on this machine: {@code deploy}, {@code start}, {@code awaitReady}, {@code stop} or {@code kill}, and
 * {@code start} again with the same data. Used by one thread, except for {@link #stop()}, which a shutdown hook may call.
 */
public final class WildFlyNode implements AutoCloseable {

    /** Without this hint the JVM compiles the inner loop of argon2id in two parts, and each password costs a fifth more. */
    private static final String PASSWORD_HASH = "-XX:CompileCommand=quiet "
            + "-XX:CompileCommand=inline,org/bouncycastle/crypto/generators/Argon2BytesGenerator*.*";

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);
    private static final long POLL_MILLIS = 100;

    private final WildFlyHome home;
    private final NodeSettings settings;
    private final Deployment deployment;
    private final ServerLog log;
    private final ServerProcess server;
    private volatile Process script;

    /** A node that is not running yet. A server that a killed launcher left running there is stopped by {@link #start()}. */
    public WildFlyNode(WildFlyHome home, NodeSettings settings) {
        this.home = home;
        this.settings = settings;
        this.deployment = new Deployment(settings.base());
        this.log = new ServerLog(settings.base().resolve("log/server.log"));
        this.server = new ServerProcess(settings.base());
    }

    /** What this node was made from. */
    public NodeSettings settings() {
        return settings;
    }

    /** Where this machine reaches the node; without a slash at the end. */
    public String url() {
        return settings.url();
    }

    /** The node's log file, in plain lines whatever the console speaks. */
    public Path log() {
        return log.file();
    }

    /** Deploys the EAR at the next start or, on a running node, at once; then {@link #awaitReady} tells how it went. */
    public WildFlyNode deploy(Path ear) {
        try {
            home.configure(settings.base());
            deployment.place(ear);
            return this;
        } catch (IOException e) {
            throw new StartupFailure("the EAR cannot be deployed to " + settings.base() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Starts the server process and returns at once.
     *
     * @throws StartupFailure when one of its ports is taken
     */
    public WildFlyNode start() {
        server.stop(STOP_PATIENCE);
        Ports.requireFree(settings.bindAddress(), settings.httpPort());
        Ports.requireFree(settings.bindAddress(), settings.httpsPort());
        Ports.requireFree("127.0.0.1", settings.managementPort());
        try {
            home.configure(settings.base());
            deployment.renew();
            log.forgetEarlierLines();
            Files.deleteIfExists(server.pidFile());
            script = builder().start();
            return this;
        } catch (IOException e) {
            throw new StartupFailure("node " + settings.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Returns when the EAR is deployed and answers.
     *
     * @throws StartupFailure with the reason when the deployment fails, the server ends or {@code patience} is over
     */
    public WildFlyNode awaitReady(Duration patience) {
        ReadinessProbe probe = new ReadinessProbe(settings.url());
        long deadline = System.nanoTime() + patience.toNanos();
        while (!(deployment.isDeployed() && probe.isReady())) {
            if (deployment.hasFailed()) {
                throw new StartupFailure(log.reason().orElseGet(deployment::failure));
            }
            if (!isRunning()) {
                throw new StartupFailure(log.reason().orElse("WildFly ended, see " + consoleLog()));
            }
            if (System.nanoTime() > deadline) {
                throw new StartupFailure("not ready after " + patience.toSeconds() + " s"
                        + log.reason().map(reason -> ": " + reason).orElse("") + "; see " + log());
            }
            pause();
        }
        return this;
    }

    /** Whether the server process lives. */
    public boolean isRunning() {
        Process current = script;
        return current != null && current.isAlive();
    }

    /** Waits for the server to end by itself, and returns why it did. */
    String awaitEnd() throws InterruptedException {
        script.waitFor();
        return log.reason().orElse("WildFly ended, see " + log());
    }

    /** Graceful: open requests may end; killed after 12 seconds. Nothing happens when it does not run. */
    public void stop() {
        awaitPid();
        server.stop(STOP_PATIENCE);
        awaitScript();
    }

    /** {@code kill -9}. */
    public void kill() {
        awaitPid();
        server.kill();
        awaitScript();
    }

    @Override
    public void close() {
        stop();
    }

    private ProcessBuilder builder() {
        List<String> line = new ArrayList<>(List.of(
                // A session of its own: Ctrl-C reaches the launcher, which stops the node before the database.
                "setsid", home.script("standalone.sh").toString(),
                "-c", settings.profile().configuration(),
                "-b", settings.bindAddress(), "-bmanagement", "127.0.0.1", "-bprivate", "127.0.0.1",
                "-Djboss.server.base.dir=" + settings.base(),
                "-Djboss.node.name=" + settings.name(),
                "-Djboss.socket.binding.port-offset=" + settings.portOffset(),
                "-Dorg.wildfly.sigterm.suspend.timeout=5"));
        ProcessBuilder builder = new ProcessBuilder(line).directory(settings.base().toFile()).redirectErrorStream(true);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(settings.verbose() ? ProcessBuilder.Redirect.INHERIT
                : ProcessBuilder.Redirect.to(consoleLog().toFile()));
        Map<String, String> environment = builder.environment();
        List.of("JAVA_OPTS", "JBOSS_BASE_DIR", "JBOSS_MODULEPATH", "MAVEN_OPTS").forEach(environment::remove);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JBOSS_HOME", home.directory().toString());
        environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        environment.put("JBOSS_PIDFILE", server.pidFile().toString());
        environment.put("JBOSS_JAVA_SIZING", "-Xms128m -Xmx" + settings.heap() + " -XX:MetaspaceSize=160m -Xshare:auto " + PASSWORD_HASH);
        environment.putAll(settings.environment());
        return builder;
    }

    private Path consoleLog() {
        return settings.base().resolve("log/console.log");
    }

    /** A node that was started a moment ago has no pid file yet. */
    private void awaitPid() {
        for (int polls = 0; polls < 50 && isRunning() && !Files.exists(server.pidFile()); polls++) {
            pause();
        }
    }

    private void awaitScript() {
        Process current = script;
        if (current == null) {
            return;
        }
        try {
            if (!current.waitFor(5, TimeUnit.SECONDS)) {
                current.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("interrupted", e);
        }
    }
}
