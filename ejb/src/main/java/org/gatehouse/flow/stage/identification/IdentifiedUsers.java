package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;

/** Finds the one user that somebody means by what they typed. */
@ApplicationScoped
public class IdentifiedUsers {

    @Inject
    private UserRepository users;

    /** The user; empty when there is none, or when the text fits several and so says nothing. */
    Optional<User> find(String typed, Set<UserField> fields, boolean ignoreCase) {
        for (UserField field : UserField.values()) {
            if (fields.contains(field)) {
                List<User> found = candidates(field, typed).stream()
                        .filter(user -> ignoreCase || typed.equals(valueOf(field, user))).toList();
                if (!found.isEmpty()) {
                    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private List<User> candidates(UserField field, String typed) {
        return switch (field) {
            case USERNAME -> users.findByUsername(typed).stream().toList();
            case EMAIL -> users.findByEmail(typed);
            case UPN -> users.findByUpn(typed);
        };
    }

    private static String valueOf(UserField field, User user) {
        return switch (field) {
            case USERNAME -> user.getUsername();
            case EMAIL -> user.getEmail();
            case UPN -> user.getAttributes().get("upn") instanceof JsonString upn ? upn.getString() : null;
        };
    }
}
