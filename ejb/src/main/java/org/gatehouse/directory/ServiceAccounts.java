package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.token.CreatedToken;
import org.gatehouse.type.Default;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.WireObject;

/** Makes accounts for programs, each with an app password and, if wanted, a group of the same name. */
@Stateless
public class ServiceAccounts {

    private static final String PATH = "goauthentik.io/service-accounts";

    /** What is asked for. */
    record Order(@NotBlank String name, @Default("false") boolean createGroup, @Default("true") boolean expiring, String expires) {
    }

    @Inject
    private Permissions permissions;

    @Inject
    private ManagedModels models;

    @Inject
    private UserModel userModel;

    @Inject
    private GroupModel groupModel;

    @Inject
    private AppPasswords passwords;

    @Inject
    private DocumentReader reader;

    /**
     * Makes the account.
     *
     * @return the contract's {@code UserServiceAccountResponse}, with the app password, which is shown this once
     * @throws InvalidInput when the name is taken or no name at all
     */
    public JsonObject create(Actor actor, JsonObject body) {
        permissions.require(actor, Permission.add("authentik_core.user"));
        permissions.require(actor, Permission.add("authentik_core.token"));
        Order order = reader.read(Order.class, body);
        Optional<Duration> lifetime = passwords.lifetime(order.expiring(), order.expires());
        String key = create(() -> models.create(actor, userModel, WireObject.empty().put("username", order.name()).put("name", order.name())
                .put("type", UserType.SERVICE_ACCOUNT).put("path", PATH).build()));
        CreatedToken token = passwords.create(Long.parseLong(key), lifetime);
        User user = token.token().getUser();
        WireObject made = WireObject.empty().put("username", user.getUsername()).put("token", token.key())
                .put("user_uid", UserWire.uid(user)).put("user_pk", user.getId());
        if (order.createGroup()) {
            made.put("group_pk", create(() -> models.create(actor, groupModel, WireObject.empty().put("name", user.getUsername())
                    .put("users", List.of(user.getId())).build())));
        }
        return made.build();
    }

    /** The caller sent one name, so every complaint about user or group is one about that. */
    private static String create(Supplier<String> creation) {
        try {
            return creation.get();
        } catch (InvalidInput wrong) {
            throw new InvalidInput("name", wrong.problems().byField().values().iterator().next().get(0));
        }
    }
}
