package org.gatehouse.directory;

import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/** What may become of an account, apart from what the database has to be asked. */
final class UserRules {

    static final String NAME_TAKEN = "A user with that username already exists.";

    private UserRules() {
    }

    /** Internal service accounts belong to the product: nobody makes, converts or edits one by hand. */
    static void checkType(Actor actor, Optional<UserType> before, UserType after, FieldProblems problems) {
        if (actor.system()) {
            return;
        }
        boolean was = before.filter(UserType.INTERNAL_SERVICE_ACCOUNT::equals).isPresent();
        boolean becomes = after == UserType.INTERNAL_SERVICE_ACCOUNT;
        if (was && becomes) {
            problems.add(FieldProblems.GENERAL, "Internal service accounts cannot be changed.");
        } else if (was || becomes) {
            problems.add("type", before.isEmpty() ? "Internal service accounts cannot be created."
                    : "An account cannot be converted to or from an internal service account.");
        }
    }

    /** Paths read like folders: {@code users/branch}. */
    static void checkPath(String path, FieldProblems problems) {
        if (path.startsWith("/") || path.endsWith("/")) {
            problems.add("path", "No leading or trailing slashes allowed.");
        } else if (path.contains("//")) {
            problems.add("path", "No empty segments in a path allowed.");
        }
    }

    /** @throws InvalidInput when the account may not be deleted by hand */
    static void checkDelete(Actor actor, User user) {
        if (actor.is(user)) {
            throw new InvalidInput(FieldProblems.GENERAL, "You cannot delete yourself.");
        }
    }
}
