package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job {@code clean-expired}, started the way an operator does. */
@ExtendWith(GatehouseServer.class)
class CleanExpiredIT {

    @Test
    void removesWhatHasExpiredAndNothingElse(GatehouseServer server) throws SQLException {
        try (Connection connection = server.database().connect(); Statement statement = connection.createStatement()) {
            HttpBrowser alive = server.browser();
            alive.login("akadmin", GatehouseServer.PASSWORD);
            statement.executeUpdate("""
                    INSERT INTO authenticated_session (id, key_digest, user_id, created, last_used, expires)
                    SELECT gen_random_uuid(), 'expired-' || n, (SELECT id FROM user_account WHERE username = 'akadmin'),
                           now() - interval '3 days', now() - interval '3 days', now() - interval '1 day'
                    FROM generate_series(1, 2500) n""");

            ExternalTool.run(server.home(), List.of(server.home().resolve("bin/jboss-cli.sh").toString(), "--connect",
                    "--controller=127.0.0.1:" + (9990 + 500),
                    "--command=/deployment=gatehouse.ear/subdeployment=gatehouse-batch.jar/subsystem=batch-jberet:start-job(job-xml-name=clean-expired)"));

            awaitNone(statement, "SELECT count(*) FROM authenticated_session WHERE key_digest LIKE 'expired-%'");
            assertThat(alive.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
            awaitSome(server);
        }
    }

    private static void awaitSome(GatehouseServer server) {
        String events = "/events/events/?action=system_task_execution";
        for (int attempt = 0; attempt < 100 && !server.api().get(events).toString().contains("clean-expired"); attempt++) {
            LockSupport.parkNanos(200_000_000L);
        }
        assertThat(server.api().get(events).toString()).contains("clean-expired");
    }

    private static void awaitNone(Statement statement, String count) throws SQLException {
        for (int attempt = 0; attempt < 150 && count(statement, count) > 0; attempt++) {
            LockSupport.parkNanos(200_000_000L);
        }
        assertThat(count(statement, count)).isZero();
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
