package org.gatehouse.directory;

/**
 * An account of a person to be made, in the default place.
 *
 * @param username unique whatever its case
 * @param email may be empty
 */
public record NewUser(String username, String name, String email) {
}
