package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.WireObject;

/**
 * Service accounts that the product makes when a program first needs one, and finds again by their names. Administrators may disable
 * them, delete them and put them into groups as any other. Runs in the caller's transaction.
 */
@ApplicationScoped
public class GeneratedAccounts {

    /** The attribute by which accounts that were made here are known. */
    static final String GENERATED = "goauthentik.io/user/generated";

    @Inject
    private UserRepository users;

    @Inject
    private ManagedModels models;

    @Inject
    private UserModel userModel;

    /**
     * An account to be there.
     *
     * @param username as {@link Usernames#normalise} leaves it
     * @param name for people, at most 500 characters
     */
    public record Draft(String username, String name, String path) {
    }

    /**
     * The account, in whatever state it is, made now if there was none.
     *
     * @return empty when the name, or one that differs in case, belongs to an account that was not made here: whoever took it first must
     *     not get to act for a program
     */
    public Optional<User> require(Draft draft) {
        User account = users.findByUsername(draft.username()).orElseGet(() -> create(draft));
        boolean own = account.getType() == UserType.SERVICE_ACCOUNT && account.getUsername().equals(draft.username())
                && JsonValue.TRUE.equals(account.getAttributes().get(GENERATED));
        return own ? Optional.of(account) : Optional.empty();
    }

    private User create(Draft draft) {
        users.waitForName(draft.username());
        return users.findByUsername(draft.username()).orElseGet(() -> users.get(Long.parseLong(models.create(Actor.ofSystem(), userModel,
                WireObject.empty().put("username", draft.username()).put("name", draft.name()).put("type", UserType.SERVICE_ACCOUNT)
                        .put("path", draft.path()).put("attributes", Json.createObjectBuilder().add(GENERATED, true).build()).build()))));
    }
}
