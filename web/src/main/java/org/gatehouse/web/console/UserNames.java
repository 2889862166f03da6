package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.type.ObjectNotFound;

/** Names of users where an object tells only their number; each is read once per request. */
@Named("users")
@RequestScoped
public class UserNames {

    private static final String MODEL = "authentik_core.user";

    @Inject
    private ConsoleObjects objects;

    private final Map<String, String> known = new HashMap<>();

    /** The user name, or the number itself when there is no such user. */
    public String name(String number) {
        return known.computeIfAbsent(number, this::read);
    }

    private String read(String number) {
        try {
            JsonObject user = objects.managed().read(objects.actor(), objects.model(MODEL), number);
            return user.getString("username", number);
        } catch (ObjectNotFound gone) {
            return number;
        }
    }
}
