package org.gatehouse.flow.stage.userwrite;

import jakarta.validation.constraints.Size;
import org.gatehouse.model.WireName;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;

/**
 * The settings of a user write stage.
 *
 * @param userCreationMode whether an account is made
 * @param createUsersAsInactive whether a new account has to be activated before anybody can log in to it
 * @param createUsersGroup a group that new users become members of
 * @param userType the type of new accounts
 * @param userPathTemplate where new accounts are kept; empty for the default place
 */
public record UserWriteStageSettings(
        @Default("create_when_required") Creation userCreationMode,
        @Default("true") boolean createUsersAsInactive,
        Ref<Group> createUsersGroup,
        @Default("external") UserType userType,
        @Default("") @Size(max = 500) String userPathTemplate) {

    /** When an account is made. */
    public enum Creation implements WireName {
        NEVER_CREATE,
        CREATE_WHEN_REQUIRED,
        ALWAYS_CREATE
    }
}
