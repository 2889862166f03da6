package org.gatehouse.flow;

import jakarta.ejb.ApplicationException;

/** Policies could not be asked, or failed. The flow is refused: a stage whose policies are unknown must not be skipped. */
@ApplicationException(rollback = true)
public class PoliciesFailed extends RuntimeException {

    /** @param cause what broke; null when the policy engine has told already */
    PoliciesFailed(RuntimeException cause) {
        super("The policies could not be evaluated.", cause);
    }
}
