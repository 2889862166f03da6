package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Moments;
import org.gatehouse.type.ObjectKey;

/** Users as administrators manage them. An account that is disabled or deleted loses every login with the same write. */
@ApplicationScoped
public class UserModel extends EntityModel<User, UserModel.Document> {

    /** The writable fields. The password is not one of them: it is set by an operation of its own. */
    public record Document(
            @NotBlank String username,
            @NotNull @Size(max = 500) String name,
            @Default("true") boolean isActive,
            String lastLogin,
            List<UUID> groups,
            List<UUID> roles,
            @Default("") @Email @Size(max = 254) String email,
            @Default("{}") JsonObject attributes,
            @Default("users") @NotBlank @Size(max = 500) String path,
            @Default("internal") UserType type) {
    }

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private UserWire wire;

    @Inject
    private Sessions sessions;

    @Inject
    private RoleHoldings holdings;

    @Inject
    private GrantLimits limits;

    @Inject
    private Clock clock;

    public UserModel() {
        super(Document.class, UserRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_core.user";
    }

    @Override
    public String path() {
        return "core/users";
    }

    @Override
    protected UserRepository repository() {
        return users;
    }

    @Override
    protected Optional<User> findByKey(String key) {
        return ObjectKey.number(key).flatMap(users::find);
    }

    @Override
    protected String keyOf(User user) {
        return user.getId().toString();
    }

    @Override
    public boolean isOwn(Actor actor, String key) {
        return actor.userId() != null && actor.userId().toString().equals(key);
    }

    @Override
    protected Document documentOf(User user) {
        List<UUID> memberships = users.groupsOf(List.of(user.getId())).getOrDefault(user.getId(), List.of());
        return new Document(user.getUsername(), user.getName(), user.isActive(),
                user.getLastLogin() == null ? null : user.getLastLogin().toString(), memberships,
                holdings.ofUser(user.getId()), user.getEmail(),
                user.getAttributes(), user.getPath(), user.getType());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<User> page) {
        Map<Long, JsonObject> forms = wire.full(page, UserWire.Include.of(query));
        return page.stream().map(user -> forms.get(user.getId())).toList();
    }

    @Override
    protected User store(Actor actor, Optional<User> existing, Document document, FieldProblems problems) {
        User user = existing.orElseGet(() -> User.joined(clock.instant()));
        boolean wasActive = existing.map(User::isActive).orElse(false);
        UserRules.checkType(actor, existing.map(User::getType), document.type(), problems);
        UserRules.checkPath(document.path(), problems);
        Optional<String> username = readUsername(user, document.username(), problems);
        Instant lastLogin = Moments.read("last_login", document.lastLogin(), problems).orElse(null);
        Set<UUID> memberships = new LinkedHashSet<>(document.groups());
        GroupReferences.require("groups", memberships, groups, problems);
        Set<UUID> given = new LinkedHashSet<>(document.roles());
        holdings.requireRoles("roles", given, problems);
        problems.refuseIfAny();
        existing.ifPresent(account -> limits.requireAccount(actor, account.getId()));
        holdings.check(actor, existing, memberships, given);
        user.setLastLogin(lastLogin);
        fill(user, username.orElseThrow(), document, clock.instant());
        write(existing.isEmpty(), user, memberships);
        holdings.replaceOfUser(user.getId(), given);
        if (wasActive && !user.isActive()) {
            sessions.endAll(user.getId(), Optional.empty());
        }
        return user;
    }

    private static void fill(User user, String username, Document document, Instant now) {
        user.setUsername(username);
        user.setName(document.name().strip());
        user.setActive(document.isActive());
        user.setEmail(document.email());
        user.setAttributes(document.attributes());
        user.setPath(document.path());
        user.setType(document.type());
        user.setLastUpdated(now);
    }

    /**
     * A new account with these fields, not stored, without memberships; empty, and with a problem, when the fields break a rule of users.
     * Whether the name is free is for the caller to find out.
     */
    public static Optional<User> draft(Actor actor, Document document, Instant now, FieldProblems problems) {
        UserRules.checkType(actor, Optional.empty(), document.type(), problems);
        UserRules.checkPath(document.path(), problems);
        try {
            String username = Usernames.normalise(document.username());
            User user = User.joined(now);
            fill(user, username, document, now);
            return problems.isEmpty() ? Optional.of(user) : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            problems.add("username", wrong.getMessage());
            return Optional.empty();
        }
    }

    private void write(boolean isNew, User user, Set<UUID> memberships) {
        if (isNew) {
            users.add(user);
        }
        users.flush();
        users.replaceGroups(user.getId(), memberships);
    }

    private Optional<String> readUsername(User user, String text, FieldProblems problems) {
        try {
            String name = Usernames.normalise(text);
            users.findByUsername(name).filter(other -> !other.getUuid().equals(user.getUuid()))
                    .ifPresent(other -> problems.add("username", UserRules.NAME_TAKEN));
            return Optional.of(name);
        } catch (IllegalArgumentException wrong) {
            problems.add("username", wrong.getMessage());
            return Optional.empty();
        }
    }

    @Override
    protected void beforeDelete(Actor actor, User user) {
        UserRules.checkDelete(actor, user);
        limits.requireAccount(actor, user.getId());
        sessions.endAll(user.getId(), Optional.empty());
    }
}
