package org.gatehouse.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.gatehouse.crypto.InstallationKeys;

/**
 * The first thing a node does: checks its configuration and its database, and brings the schema up to date. Everything else that
 * runs at start depends on this bean. Transactions are Flyway's own, one for each script.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    private DataSource dataSource;

    @Inject
    private InstallationKeys keys;

    @Inject
    private Readiness readiness;

    @PostConstruct
    void migrate() {
        try {
            checkSecretKey();
            new DatabaseChecks(dataSource).run();
            int applied = new Schema(dataSource).migrate();
            LOG.info(() -> "The database schema is current; " + applied + " migrations were applied.");
            readiness.migrated();
        } catch (StartupFailure failure) {
            throw failure.logged();
        }
    }

    private void checkSecretKey() {
        if (!keys.isConfigured()) {
            throw new StartupFailure("GATEHOUSE_SECRET_KEY is not set: set it to at least 16 random characters "
                    + "(openssl rand -base64 36), the same on every node, and keep it: it opens all stored secrets.");
        }
        if (!keys.isLongEnough()) {
            throw new StartupFailure("GATEHOUSE_SECRET_KEY or a key in GATEHOUSE_SECRET_KEY_PREVIOUS is too short: at least 16 characters "
                    + "are needed (openssl rand -base64 36).");
        }
    }
}
