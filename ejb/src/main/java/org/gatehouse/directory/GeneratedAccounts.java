package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.ExpiringAccounts;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.ManagedModels;

/**
 * Service accounts that the product makes when a program first needs one, and finds again by their names. Administrators may disable
 * them, delete them and put them into groups as any other. Runs in the caller's transaction.
 */
@ApplicationScoped
public class GeneratedAccounts {

    /** The attribute by which accounts that were made here are known. */
    static final String GENERATED = "goauthentik.io/user/generated";

    /** The attribute that says for whom one was made. */
    static final String MARK = "goauthentik.io/user/generated-for";

    @Inject
    private UserRepository users;

    @Inject
    private ExpiringAccounts expiring;

    @Inject
    private ManagedModels models;

    @Inject
    private UserModel userModel;

    @Inject
    private Clock clock;

    /**
     * An account to be there.
     *
     * @param username as {@link Usernames#normalise} leaves it
     * @param name for people, at most 500 characters
     * @param mark for whom it is, where a name alone could stand for several; empty where it cannot
     */
    public record Draft(String username, String name, String path, String mark) {

        /** An account whose name stands for one program only. */
        public Draft(String username, String name, String path) {
            this(username, name, path, "");
        }

        JsonObject attributes() {
            JsonObjectBuilder attributes = Json.createObjectBuilder().add(GENERATED, true);
            return mark.isEmpty() ? attributes.build() : attributes.add(MARK, mark).build();
        }
    }

    /**
     * The account, in whatever state it is, made now if there was none.
     *
     * @return empty when the name, or one that differs in case, belongs to an account that was not made here, or for somebody else:
     *     whoever took it first must not get to act for a program
     */
    public Optional<User> require(Draft draft) {
        User account = users.findByUsername(draft.username()).orElseGet(() -> create(draft));
        boolean own = account.getType() == UserType.SERVICE_ACCOUNT && account.getUsername().equals(draft.username())
                && JsonValue.TRUE.equals(account.getAttributes().get(GENERATED)) && account.getAttributes().getString(MARK, "").equals(draft.mark());
        return own ? Optional.of(account) : Optional.empty();
    }

    /** Lets an account live at least until then, and no longer than that and whatever it was given before. */
    public void prolong(User account, Instant until) {
        expiring.prolong(account.getUuid(), until);
    }

    /** Deletes an account whose time is over, as an administrator would; one that was prolonged meanwhile stays. */
    public void removeExpired(UUID account) {
        if (expiring.takeExpired(account, clock.instant())) {
            users.findByUuid(account).ifPresent(user -> models.delete(Actor.ofSystem(), userModel, user.getId().toString()));
        }
    }

    /** Of many that need it at the same moment one makes it, and only that one leaves an event. */
    private User create(Draft draft) {
        User user = User.joined(clock.instant());
        user.setUsername(draft.username());
        user.setName(draft.name());
        user.setType(UserType.SERVICE_ACCOUNT);
        user.setPath(draft.path());
        user.setAttributes(draft.attributes());
        boolean added = users.addIfNameIsFree(user);
        User account = users.findByUsername(draft.username()).orElseThrow();
        if (added) {
            models.noteCreated(Actor.ofSystem(), userModel, account.getId().toString());
        }
        return account;
    }
}
