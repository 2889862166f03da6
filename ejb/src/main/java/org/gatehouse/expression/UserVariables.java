package org.gatehouse.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.model.directory.User;

/** A user as expressions see it. */
public final class UserVariables {

    private UserVariables() {
    }

    /** The user's fields by their names in the API; never a credential. */
    public static Map<String, Object> of(User user) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("pk", user.getId());
        variables.put("uuid", user.getUuid().toString());
        variables.put("username", user.getUsername());
        variables.put("name", user.getName());
        variables.put("email", user.getEmail());
        variables.put("is_active", user.isActive());
        variables.put("type", user.getType().wireName());
        variables.put("path", user.getPath());
        return variables;
    }
}
