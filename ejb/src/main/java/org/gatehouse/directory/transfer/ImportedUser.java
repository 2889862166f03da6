package org.gatehouse.directory.transfer;

import java.util.List;
import java.util.UUID;
import org.gatehouse.model.directory.User;

/**
 * A good line of a file.
 *
 * @param line where it stands
 * @param user the account, not stored yet
 * @param groups what it becomes a member of
 */
public record ImportedUser(int line, User user, List<UUID> groups) {
}
