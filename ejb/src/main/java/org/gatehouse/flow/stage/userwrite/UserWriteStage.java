package org.gatehouse.flow.stage.userwrite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.PasswordService;
import org.gatehouse.directory.ProfileChange;
import org.gatehouse.directory.Profiles;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.invitation.InvitationUse;
import org.gatehouse.flow.prompt.PromptData;
import org.gatehouse.flow.stage.userwrite.UserWriteStageSettings.Creation;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserType;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.session.LiveSession;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/**
 * Writes {@code prompt_data} into the pending user's account, or makes an account of it. A new password ends the user's other
 * logins. Accounts of programs are not written: nobody sits in front of them.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "user_write", model = "authentik_stages_user_write.userwritestage",
        component = "ak-stage-user-write-form")
public class UserWriteStage implements StageType<UserWriteStageSettings, NoAnswer> {

    private static final String NO_USER = "No user found and can't create new user.";
    private static final String NOT_YOURS = "Please log in before you change this account.";
    private static final String PROGRAM = "The accounts of programs cannot be changed here.";
    private static final String INVITATION_GONE = "This invitation has been used or has expired.";

    @Inject
    private Profiles profiles;

    @Inject
    private NewAccounts accounts;

    @Inject
    private PasswordService passwords;

    @Inject
    private PromptData data;

    @Inject
    private InvitationUse invitations;

    @Inject
    private Events events;

    @Override
    public void check(UserWriteStageSettings settings, FieldProblems problems) {
        if (settings.userType() == UserType.INTERNAL_SERVICE_ACCOUNT) {
            problems.add("user_type", "Internal service accounts cannot be created.");
        }
        String path = settings.userPathTemplate();
        if (path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            problems.add("user_path_template", "No leading or trailing slashes and no empty segments allowed.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, UserWriteStageSettings settings) {
        Optional<User> present = present(flow, settings);
        Optional<String> refusal = present.map(user -> refusal(flow, user))
                .orElseGet(() -> mayCreate(flow, settings) ? Optional.empty() : Optional.of(NO_USER));
        if (refusal.isPresent()) {
            return StageResult.deny(refusal.get());
        }
        ProfileChange profile = ProfileChange.of(data.of(flow.plan()));
        FieldProblems problems = profiles.problemsOf(profile, present);
        if (!problems.isEmpty()) {
            return new StageResult.Invalid(problems);
        }
        if (!invitations.redeem(flow)) {
            return StageResult.deny(INVITATION_GONE);
        }
        write(flow, settings, present, profile);
        return StageResult.next();
    }

    /**
     * The account to write into. In an enrollment that is never the one somebody happens to be logged in to: an administrator who
     * tries the flow out would overwrite their own.
     */
    private static Optional<User> present(FlowContext flow, UserWriteStageSettings settings) {
        boolean newcomer = flow.designation() == FlowDesignation.ENROLLMENT && !flow.plan().has(ContextKeys.PENDING_USER);
        return settings.userCreationMode() == Creation.ALWAYS_CREATE || newcomer ? Optional.empty() : flow.pendingUser();
    }

    /**
     * A flow that is about somebody makes no account because nobody is there: in a recovery or settings flow that nobody has begun the
     * right way, "when required" means never.
     */
    private static boolean mayCreate(FlowContext flow, UserWriteStageSettings settings) {
        return switch (settings.userCreationMode()) {
            case NEVER_CREATE -> false;
            case ALWAYS_CREATE -> true;
            case CREATE_WHEN_REQUIRED -> flow.designation() == FlowDesignation.ENROLLMENT
                    || flow.designation() == FlowDesignation.AUTHENTICATION && !flow.plan().has(ContextKeys.PENDING_USER_IDENTIFIER);
        };
    }

    private static Optional<String> refusal(FlowContext flow, User user) {
        if (user.getType().isProgram()) {
            return Optional.of(PROGRAM);
        }
        return ProvenUser.of(flow).isPresent() ? Optional.empty() : Optional.of(NOT_YOURS);
    }

    private void write(FlowContext flow, UserWriteStageSettings settings, Optional<User> present, ProfileChange profile) {
        List<String> changed = new ArrayList<>();
        User user = present.orElseGet(() -> accounts.create(flow, settings, profile));
        present.ifPresent(known -> changed.addAll(profiles.change(known, profile)));
        Optional<String> password = data.takePassword(flow.plan(), "password");
        password.ifPresent(text -> {
            passwords.set(user, text, Actor.of(user, false), ownSession(flow, user));
            changed.add("password");
        });
        if (present.isEmpty() || !changed.isEmpty()) {
            record(flow, user, present.isEmpty(), changed);
        }
    }

    private static Optional<java.util.UUID> ownSession(FlowContext flow, User user) {
        return flow.session().filter(session -> session.userId() == user.getId()).map(LiveSession::id);
    }

    /** Says which fields, never what is in them. */
    private void record(FlowContext flow, User user, boolean created, List<String> changed) {
        JsonObject about = Json.createObjectBuilder().add("pk", user.getId()).add("username", user.getUsername()).build();
        events.recordWithin(EventDraft.of(EventAction.USER_WRITE, "stages.user_write", Actor.of(user, false))
                .with("user", about)
                .with("created", created ? JsonValue.TRUE : JsonValue.FALSE)
                .with("fields", Json.createArrayBuilder(changed).build())
                .with("flow", flow.flowSlug()));
    }
}
