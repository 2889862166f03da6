package org.gatehouse.flow.stage.userwrite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.directory.ProfileChange;
import org.gatehouse.directory.Profiles;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.password.PasswordBackend;
import org.gatehouse.model.WireName;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;

/** Makes the account of a flow that leads to one. */
@ApplicationScoped
public class NewAccounts {

    private static final String DEFAULT_PATH = "users";

    @Inject
    private Profiles profiles;

    @Inject
    private GroupRepository groups;

    /**
     * Makes it; from here on the flow is about the new user.
     *
     * @throws org.gatehouse.type.InvalidInput with every problem by field
     */
    User create(FlowContext flow, UserWriteStageSettings settings, ProfileChange profile) {
        User user = profiles.create(profile, new Profiles.Kind(type(flow, settings), path(flow, settings), !settings.createUsersAsInactive(),
                groups(flow, settings)));
        flow.plan().put(ContextKeys.PENDING_USER, user.getId())
                .put(ContextKeys.CREATED_USER, user.getId())
                .put(ContextKeys.USER_BACKEND, PasswordBackend.INBUILT.wireName());
        // What was typed before to find somebody is not who the flow is about any more.
        flow.plan().remove(ContextKeys.PENDING_USER_IDENTIFIER);
        // The plan is worth a login from now on: whoever has planted the browser's key must not be able to go on with it.
        flow.authenticated();
        return user;
    }

    private static UserType type(FlowContext flow, UserWriteStageSettings settings) {
        return flow.plan().get(ContextKeys.USER_TYPE).flatMap(name -> WireName.find(UserType.class, name))
                .filter(type -> type != UserType.INTERNAL_SERVICE_ACCOUNT).orElse(settings.userType());
    }

    private static String path(FlowContext flow, UserWriteStageSettings settings) {
        return flow.plan().get(ContextKeys.USER_PATH).or(() -> Optional.of(settings.userPathTemplate()))
                .filter(path -> !path.isBlank()).orElse(DEFAULT_PATH);
    }

    private Set<UUID> groups(FlowContext flow, UserWriteStageSettings settings) {
        Set<UUID> memberships = new LinkedHashSet<>();
        Optional.ofNullable(settings.createUsersGroup()).ifPresent(group -> memberships.add(group.id()));
        flow.plan().get(ContextKeys.GROUPS).ifPresent(names -> named(names, memberships));
        return memberships;
    }

    private void named(JsonArray names, Set<UUID> memberships) {
        names.stream().filter(JsonString.class::isInstance).map(name -> ((JsonString) name).getString())
                .forEach(name -> groups.findByName(name).map(Group::getId).ifPresent(memberships::add));
    }
}
