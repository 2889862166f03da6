package org.gatehouse.flow;

import jakarta.ejb.ApplicationException;

/** Another request of the same browser was faster; nothing of this step may remain. */
@ApplicationException(rollback = true)
public class StepLost extends RuntimeException {

    StepLost() {
        super("The plan has moved on.");
    }
}
