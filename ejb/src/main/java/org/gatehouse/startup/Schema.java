package org.gatehouse.startup;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * The schema of the database, moved forward by the scripts in {@code db/migration}. Nodes that start together take turns: the
 * lock is held while migrating and at no other time.
 */
final class Schema {

    private final Flyway flyway;

    Schema(DataSource dataSource) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                // WildFly's own tables (batch repository, node discovery) may be there before ours.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /**
     * Applies what is missing and returns the number of scripts that were applied.
     *
     * @throws StartupFailure when the schema is newer than this version, was changed, or a script fails
     */
    int migrate() {
        try {
            refuseNewer(flyway.info());
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException failed) {
            throw new StartupFailure("the database schema cannot be brought up to date (" + summary(failed)
                    + "): restore the backup taken before the upgrade, or deploy the version the schema belongs to.");
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        boolean newer = Arrays.stream(info.all()).map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StartupFailure("the database schema is at version " + info.current().getVersion()
                    + ", which is newer than this version of Gatehouse knows: deploy the version that made it, or a newer one.");
        }
    }

    private static String summary(FlywayException failed) {
        return failed.getMessage().lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.chars().allMatch(c -> c == '-'))
                .findFirst().orElse("no reason given");
    }
}
