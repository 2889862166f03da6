package org.gatehouse.startup;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Something the operator must put right before this node can start. The message says what, in one line; there is no stack
 * trace because the code is not at fault.
 */
public class StartupFailure extends RuntimeException {

    private static final Logger LOG = Logger.getLogger("org.gatehouse.startup");
    private static final String MARK = "GATEHOUSE-STARTUP: ";

    public StartupFailure(String whatToDo) {
        super(MARK + whatToDo.lines().findFirst().orElse(""), null, false, false);
    }

    /** Logs the one line and gives the exception back, to be thrown. */
    StartupFailure logged() {
        LOG.log(Level.SEVERE, getMessage());
        return this;
    }
}
