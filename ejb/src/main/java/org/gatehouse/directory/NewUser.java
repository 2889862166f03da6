package org.gatehouse.directory;

import org.gatehouse.model.directory.UserType;

/**
 * An account to be made.
 *
 * @param username unique whatever its case
 * @param email may be empty
 */
public record NewUser(String username, String name, String email, UserType type, String path) {

    /** An account of a person in the default place. */
    public static NewUser internal(String username, String name, String email) {
        return new NewUser(username, name, email, UserType.INTERNAL, "users");
    }

    /** An account that a program uses. */
    public static NewUser serviceAccount(String username, String name) {
        return new NewUser(username, name, "", UserType.SERVICE_ACCOUNT, "goauthentik.io/service-accounts");
    }
}
