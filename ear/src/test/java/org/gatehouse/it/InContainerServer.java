package org.gatehouse.it;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.launcher.EmbeddedPostgres;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** Starts the node that Arquillian deploys to, before Arquillian looks for it, and stops it last. */
public final class InContainerServer implements LoadableExtension {

    private static final int PORT_OFFSET = 800;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Lifecycle.class);
    }

    /** Follows Arquillian's suite. */
    public static final class Lifecycle {

        private EmbeddedPostgres postgres;
        private WildFlyNode node;

        void start(@Observes(precedence = 100) BeforeSuite before) throws IOException {
            postgres = GatehouseServer.postgres("postgres-in-container").start();
            node = GatehouseServer.node("in-container", WildFlyProfile.STANDALONE, PORT_OFFSET, GatehouseServer.newDatabase(postgres)).start();
            awaitListening(8080 + PORT_OFFSET);
        }

        void stop(@Observes(precedence = -100) AfterSuite after) {
            node.close();
            postgres.close();
        }

        private void awaitListening(int port) throws IOException {
            for (int attempt = 0; attempt < 600; attempt++) {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    return;
                } catch (IOException notYet) {
                    LockSupport.parkNanos(100_000_000L);
                }
            }
            throw new IOException("WildFly does not listen, see " + node.log());
        }
    }
}
