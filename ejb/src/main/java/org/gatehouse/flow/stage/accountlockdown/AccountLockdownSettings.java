package org.gatehouse.flow.stage.accountlockdown;

import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * The settings of an account lockdown stage.
 *
 * @param deactivateUser whether nobody can log in to the account any more
 * @param setUnusablePassword whether its password is taken away
 * @param deleteSessions whether its logins end
 * @param revokeTokens whether its tokens and app passwords are deleted, and what applications hold for it is revoked
 * @param selfServiceCompletionFlow where somebody goes who has locked their own account, and so is logged out
 */
public record AccountLockdownSettings(
        @Default("true") boolean deactivateUser,
        @Default("true") boolean setUnusablePassword,
        @Default("true") boolean deleteSessions,
        @Default("true") boolean revokeTokens,
        Ref<Flow> selfServiceCompletionFlow) {
}
