package org.gatehouse.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.launcher.DatabaseAccess;
import org.gatehouse.launcher.EmbeddedPostgres;
import org.gatehouse.launcher.NodeSettings;
import org.gatehouse.launcher.WildFlyHome;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.gatehouse.launcher.WildFlyProvisioner;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running server: one PostgreSQL and one stand-alone node with the EAR, started before the first test that asks
 * and stopped after the last. Test methods and constructors may ask for a {@code GatehouseServer}.
 */
public final class GatehouseServer implements BeforeAllCallback, ParameterResolver, ExtensionContext.Store.CloseableResource {

    /** The administrator's password on the test server. */
    public static final String PASSWORD = "correct-horse-battery-staple";

    /** The administrator's API token on the test server. */
    public static final String TOKEN = "bootstrap-token-of-the-test-server";

    /** Where the test server looks for the service that knows breached passwords. */
    static final int HIBP_PORT = 18_590;

    /** Where the test server expects the installation's mail server. */
    static final int MAIL_PORT = 18_525;

    private static final Path WORK = Path.of(System.getProperty("gatehouse.test.directory")).toAbsolutePath();
    private static final Path EAR = Path.of(System.getProperty("gatehouse.ear"));
    private static final int PORT_OFFSET = 500;

    private EmbeddedPostgres postgres;
    private DatabaseAccess database;
    private WildFlyNode node;

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).getOrComputeIfAbsent(GatehouseServer.class, key -> new GatehouseServer().start());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GatehouseServer.class;
    }

    @Override
    public GatehouseServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** The server that was started, for other extensions. */
    static GatehouseServer of(ExtensionContext context) {
        return store(context).get(GatehouseServer.class, GatehouseServer.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
    }

    private GatehouseServer start() {
        postgres = postgres("postgres").start();
        database = newDatabase(postgres);
        node = node("single", WildFlyProfile.STANDALONE, PORT_OFFSET, database);
        node.deploy(EAR).start().awaitReady(Duration.ofMinutes(3));
        return this;
    }

    /** Where the server is, without a slash at the end. */
    public String url() {
        return node.url();
    }

    /** A client with a cookie jar of its own. */
    public HttpBrowser browser() {
        return new HttpBrowser(url());
    }

    /** The management API as the administrator's token opens it. */
    public ApiClient api() {
        return new ApiClient(url(), TOKEN);
    }

    public DatabaseAccess database() {
        return database;
    }

    /** The WildFly installation, for its tools. */
    public Path home() {
        return directory("wildfly");
    }

    /** The node's log, for tests that look for secrets in it. */
    public Path log() {
        return node.log();
    }

    public static Path ear() {
        return EAR;
    }

    /** A PostgreSQL of its own in the test directory, not started yet. */
    static EmbeddedPostgres postgres(String name) {
        return EmbeddedPostgres.in(WORK.resolve(name), WORK.resolve("postgres-binaries"));
    }

    /** An empty database: what an earlier run left in this directory does not count. */
    static DatabaseAccess newDatabase(EmbeddedPostgres postgres) {
        return postgres.database("run_" + Long.toString(System.currentTimeMillis(), 36));
    }

    /** A node with the test secrets, not started yet. */
    static WildFlyNode node(String name, WildFlyProfile profile, int portOffset, DatabaseAccess database) {
        return node(NodeSettings.of(name, directory("node-" + name), profile, portOffset, database)
                .with(Map.of("GATEHOUSE_TRUSTED_PROXIES", ProxyConnection.ADDRESS, "GATEHOUSE_CLIENT_CERTIFICATE_HEADER", "Client-Cert")).with(Map.of("GATEHOUSE_SECRET_KEY", "the secret key of the test server",
                        "GATEHOUSE_BOOTSTRAP_PASSWORD", PASSWORD,
                        "GATEHOUSE_BOOTSTRAP_TOKEN", TOKEN,
                        "GATEHOUSE_HIBP_URL", "http://127.0.0.1:" + HIBP_PORT,
                        "GATEHOUSE_EMAIL_HOST", "127.0.0.1",
                        "GATEHOUSE_EMAIL_PORT", Integer.toString(MAIL_PORT),
                        // Stand-ins for services on the Internet run on this machine.
                        "GATEHOUSE_OUTGOING_ALLOWED_NETWORKS", "127.0.0.0/8",
                        "JAVA_TOOL_OPTIONS", HttpsStub.trust(),
                        "GATEHOUSE_BOOTSTRAP_EMAIL", "akadmin@gatehouse.example")));
    }

    /** A node exactly as described, on the server that the scripts of wildfly-config made; not started yet. */
    static WildFlyNode node(NodeSettings settings) {
        WildFlyHome home = new WildFlyProvisioner(Path.of(System.getProperty("gatehouse.wildfly.distribution")), directory("wildfly")).provision();
        return new WildFlyNode(home, settings);
    }

    /** A folder of the tests' own. */
    static Path directory(String name) {
        return WORK.resolve(name);
    }

    @Override
    public void close() {
        node.close();
        postgres.close();
    }
}
