package org.gatehouse.startup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The second thing a node does: sees to it that the installation has what it needs, then calls itself ready. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "CachePersistence"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class.getName());

    @Inject
    private BootstrapSettings settings;

    @Inject
    private FirstStart firstStart;

    @Inject
    private Readiness readiness;

    @PostConstruct
    void prepare() {
        try {
            settings.check();
            firstStart.prepare();
            firstStart.announce();
            readiness.prepared();
        } catch (StartupFailure failure) {
            throw failure.logged();
        } catch (EJBException failed) {
            // Unlike the operator's mistakes above, this one is ours or the database's: the trace is worth keeping.
            LOG.log(Level.WARNING, "Preparing the installation failed", failed);
            throw new StartupFailure("the installation could not be prepared (" + DatabaseChecks.firstLine(failed)
                    + "): the log lines before this one say where.").logged();
        }
    }
}
