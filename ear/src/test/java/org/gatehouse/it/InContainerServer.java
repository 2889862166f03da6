package org.gatehouse.it;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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
            node = GatehouseServer.node("in-container", WildFlyProfile.STANDALONE, PORT_OFFSET, GatehouseServer.newDatabase(postgres));
            long earlierStarts = starts();
            node.start();
            awaitStart(earlierStarts + 1);
        }

        void stop(@Observes(precedence = -100) AfterSuite after) {
            node.close();
            postgres.close();
        }

        /** A server that only listens already is not yet one that Arquillian connects to. */
        private void awaitStart(long wanted) throws IOException {
            for (int attempt = 0; attempt < 600; attempt++) {
                if (starts() >= wanted) {
                    return;
                }
                LockSupport.parkNanos(100_000_000L);
            }
            throw new IOException("WildFly does not start, see " + node.log());
        }

        /** How often the log says that the server has started. */
        private long starts() throws IOException {
            if (!Files.exists(node.log())) {
                return 0;
            }
            try (Stream<String> lines = Files.lines(node.log())) {
                return lines.filter(line -> line.contains("WFLYSRV0025")).count();
            }
        }
    }
}
