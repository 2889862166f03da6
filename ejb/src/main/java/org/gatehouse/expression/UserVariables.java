package org.gatehouse.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.model.directory.EffectiveGroups;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;

/**
 * The {@code user} variable of expressions: pk, uuid, username, name, email, email_verified (whether the user was shown to receive
 * mail at that address), is_active, is_superuser, is_authenticated, has_usable_password, type, path, attributes, groups (names,
 * including those the user is in through a descendant), last_login (null before the first) and date_joined. Never the password.
 */
@ApplicationScoped
public class UserVariables {

    @Inject
    private GroupRepository groups;

    /** The variable for a user; reads the user's groups with one query. */
    public Map<String, Object> of(User user) {
        return of(user, groups.findEffective(user.getId()));
    }

    /** The variable for a user whose effective groups are known. */
    public static Map<String, Object> of(User user, List<Group> effectiveGroups) {
        return of(user, new EffectiveGroups(effectiveGroups.stream().map(Group::getName).toList(),
                effectiveGroups.stream().anyMatch(Group::isSuperuser)));
    }

    /** The variable for a user whose effective groups were read with it. */
    public static Map<String, Object> of(User user, EffectiveGroups groups) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("pk", user.getId());
        variables.put("uuid", user.getUuid());
        variables.put("username", user.getUsername());
        variables.put("name", user.getName());
        variables.put("email", user.getEmail());
        variables.put("email_verified", user.isEmailVerified());
        variables.put("is_active", user.isActive());
        variables.put("is_superuser", groups.superuser());
        variables.put("is_authenticated", true);
        variables.put("has_usable_password", user.hasUsablePassword());
        variables.put("type", user.getType());
        variables.put("path", user.getPath());
        variables.put("attributes", user.getAttributes());
        variables.put("groups", groups.names());
        variables.put("last_login", user.getLastLogin());
        variables.put("date_joined", user.getDateJoined());
        return variables;
    }

    /** The variable before anybody has been identified: nothing but {@code is_authenticated}, which is false. */
    public static Map<String, Object> anonymous() {
        return Map.of("is_authenticated", false);
    }
}
