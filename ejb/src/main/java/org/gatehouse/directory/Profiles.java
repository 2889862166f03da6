package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.FieldProblems;

/**
 * Writes accounts as people describe them in flows. Unlike {@link UserModel}, which an administrator writes all fields through, this
 * touches only what is in a {@link ProfileChange}. Who may write which account is for the caller to know. Runs in the caller's
 * transaction and does not end it when it finds fault.
 */
@ApplicationScoped
public class Profiles {

    private static final int LONGEST_NAME = 500;

    /**
     * What a new account is beside what its owner says.
     *
     * @param path where it is kept, like a folder
     * @param groups the groups it is a member of
     */
    public record Kind(UserType type, String path, boolean active, Collection<UUID> groups) {
    }

    @Inject
    private UserRepository users;

    @Inject
    private Clock clock;

    /** What would be wrong with a profile for an account, or for a new one; asked before something that cannot be taken back. */
    public FieldProblems problemsOf(ProfileChange profile, Optional<User> account) {
        FieldProblems problems = new FieldProblems();
        if (account.isEmpty()) {
            requireName(profile, problems);
        }
        fill(account.map(Profiles::copyOf).orElseGet(() -> User.joined(clock.instant())), profile, problems);
        return problems;
    }

    private static void requireName(ProfileChange profile, FieldProblems problems) {
        if (profile.username().filter(name -> !name.isBlank()).isEmpty()) {
            problems.add("username", "This field is required.");
        }
    }

    /**
     * Makes an account without a usable password.
     *
     * @throws org.gatehouse.type.InvalidInput with every problem by field; nothing has been stored then
     */
    public User create(ProfileChange profile, Kind kind) {
        User user = User.joined(clock.instant());
        FieldProblems problems = new FieldProblems();
        requireName(profile, problems);
        UserRules.checkPath(kind.path(), problems);
        fill(user, profile, problems);
        problems.refuseIfAny();
        user.setType(kind.type());
        user.setPath(kind.path());
        user.setActive(kind.active());
        users.add(user);
        users.flush();
        if (!kind.groups().isEmpty()) {
            users.replaceGroups(user.getId(), kind.groups());
        }
        return user;
    }

    /**
     * Changes an account; another e-mail address is an unverified one.
     *
     * @return the fields that are different now; empty when nothing had to be written
     * @throws org.gatehouse.type.InvalidInput with every problem by field; nothing has been stored then
     */
    public List<String> change(User user, ProfileChange profile) {
        User before = copyOf(user);
        FieldProblems problems = new FieldProblems();
        fill(before, profile, problems);
        problems.refuseIfAny();
        List<String> changed = differences(user, before);
        if (!changed.isEmpty()) {
            user.setUsername(before.getUsername());
            user.setName(before.getName());
            user.setEmail(before.getEmail());
            user.setAttributes(before.getAttributes());
            user.setLastUpdated(clock.instant());
            users.flush();
        }
        return changed;
    }

    /** Problems must not leave half a change in an entity that the transaction would write. */
    private static User copyOf(User user) {
        User copy = new User();
        copy.setUuid(user.getUuid());
        copy.setUsername(user.getUsername());
        copy.setName(user.getName());
        copy.setEmail(user.getEmail());
        copy.setAttributes(user.getAttributes());
        return copy;
    }

    private static List<String> differences(User before, User after) {
        List<String> changed = new ArrayList<>();
        if (!before.getUsername().equals(after.getUsername())) {
            changed.add("username");
        }
        if (!before.getName().equals(after.getName())) {
            changed.add("name");
        }
        if (!before.getEmail().equals(after.getEmail())) {
            changed.add("email");
        }
        if (!before.getAttributes().equals(after.getAttributes())) {
            changed.add("attributes");
        }
        return changed;
    }

    private void fill(User user, ProfileChange profile, FieldProblems problems) {
        profile.username().filter(name -> !name.isBlank()).ifPresent(name -> fillUsername(user, name, problems));
        profile.name().map(String::strip).ifPresent(name -> {
            if (name.length() > LONGEST_NAME) {
                problems.add("name", "Ensure this field has no more than " + LONGEST_NAME + " characters.");
            }
            user.setName(name);
        });
        profile.email().map(String::strip).ifPresent(address -> {
            if (!address.isEmpty() && MailAddress.parse(address).isEmpty()) {
                problems.add("email", "Enter a valid email address.");
            }
            user.setEmail(address);
        });
        user.setAttributes(attributes(user.getAttributes(), profile.attributes(), problems));
    }

    private void fillUsername(User user, String text, FieldProblems problems) {
        try {
            String name = Usernames.normalise(text);
            users.findByUsername(name).filter(other -> !other.getUuid().equals(user.getUuid()))
                    .ifPresent(other -> problems.add("username", UserRules.NAME_TAKEN));
            user.setUsername(name);
        } catch (IllegalArgumentException wrong) {
            problems.add("username", wrong.getMessage());
        }
    }

    private static JsonObject attributes(JsonObject present, Map<List<String>, JsonValue> changes, FieldProblems problems) {
        JsonObject attributes = present;
        for (Map.Entry<List<String>, JsonValue> change : changes.entrySet()) {
            try {
                attributes = AttributePath.write(attributes, change.getKey(), change.getValue());
            } catch (IllegalArgumentException wrong) {
                problems.add("attributes." + String.join(".", change.getKey()), wrong.getMessage());
            }
        }
        return attributes;
    }
}
