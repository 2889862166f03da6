package org.gatehouse.directory.preference;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.ProfileChange;
import org.gatehouse.directory.Profiles;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;

/** Lets people choose how pages look to them. Everything else in the attributes of the account stays as it is. */
@Stateless
public class OwnPreferences {

    @Inject
    private UserRepository users;

    @Inject
    private Profiles profiles;

    @Inject
    private Events events;

    /**
     * Writes the person's choice.
     *
     * @throws org.gatehouse.type.InvalidInput when another attribute is in the way
     */
    public void choose(Actor actor, Preferences wanted) {
        User user = users.get(actor.userId());
        Map<List<String>, JsonValue> attributes = Map.of(
                List.of("settings", "locale"), Json.createValue(wanted.language().orElse("")),
                List.of("settings", "theme", "base"), Json.createValue(wanted.theme().orElse(Theme.AUTOMATIC).wireName()));
        List<String> changed = profiles.change(user, new ProfileChange(Optional.empty(), Optional.empty(), Optional.empty(), attributes));
        if (!changed.isEmpty()) {
            JsonObject about = Json.createObjectBuilder().add("pk", user.getId()).add("username", user.getUsername()).build();
            events.recordWithin(EventDraft.of(EventAction.USER_WRITE, "portal", actor).with("user", about)
                    .with("created", JsonValue.FALSE).with("fields", Json.createArrayBuilder(changed).build()));
        }
    }
}
