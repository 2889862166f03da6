package org.gatehouse.provider;

import java.util.Optional;
import org.gatehouse.model.directory.User;

/**
 * An application is opened from the portal.
 *
 * @param slug the application's
 * @param user who opens it; empty when only the address in general is wanted
 */
public record Launch(String slug, Optional<User> user) {
}
