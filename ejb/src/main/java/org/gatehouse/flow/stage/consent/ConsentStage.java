package org.gatehouse.flow.stage.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Asks whether the application may receive what it asks for. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "consent", model = "authentik_stages_consent.consentstage",
        component = "ak-stage-consent-form")
public class ConsentStage implements StageType<ConsentStageSettings, ConsentStage.Answer> {

    /** The answer that refuses. */
    static final String DENY = "deny";

    private static final ContextKey<String> TOKEN = ContextKey.text("consent.token");

    @Inject
    private ApplicationRepository applications;

    @Inject
    private GivenConsents consents;

    @Inject
    private RandomKeys keys;

    @Inject
    private Clock clock;

    /**
     * @param token the challenge's token: proof that this question was seen
     * @param decision {@value #DENY} to refuse; anything else, or nothing, agrees
     */
    public record Answer(@NotBlank @Size(max = 128) String token, @Size(max = 16) String decision) {
    }

    /**
     * {@code ak-stage-consent}.
     *
     * @param client what the client says of itself, or null; beyond the contract
     * @param deniable whether whoever asked learns of a no; beyond the contract
     */
    public record Ask(String pendingUser, String pendingUserAvatar, String headerText, List<ConsentPermission> permissions,
            List<ConsentPermission> additionalPermissions, String token, JsonObject client, boolean deniable) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-consent";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, ConsentStageSettings settings) {
        Optional<User> user = flow.pendingUser();
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        if (flow.plan().get(ContextKeys.CONSENT_ASKED_LATER).orElse(false)) {
            return StageResult.next();
        }
        Optional<Set<String>> given = flow.plan().has(ContextKeys.CONSENT_REQUIRED) ? Optional.empty() : given(flow, settings, user.get());
        List<ConsentPermission> asked = permissions(flow);
        List<ConsentPermission> known = asked.stream().filter(permission -> given.filter(g -> g.contains(permission.id())).isPresent()).toList();
        if (flow.plan().has(ContextKeys.CONSENT_DENIED) || given.isPresent() && known.size() == asked.size()) {
            return StageResult.next();
        }
        return StageResult.show(ask(flow, asked, known));
    }

    private Ask ask(FlowContext flow, List<ConsentPermission> asked, List<ConsentPermission> known) {
        if (!flow.plan().has(TOKEN)) {
            flow.plan().put(TOKEN, keys.urlSafe());
        }
        List<ConsentPermission> more = asked.stream().filter(permission -> !known.contains(permission)).toList();
        ShownUser user = ShownUser.of(flow);
        String header = flow.plan().get(ContextKeys.CONSENT_HEADER).orElseGet(() -> application(flow)
                .map(application -> "You're about to sign into " + application.getName() + ".").orElse(null));
        return new Ask(user.name(), user.avatar(), header, known.isEmpty() ? more : known, known.isEmpty() ? List.of() : more,
                flow.plan().get(TOKEN).orElseThrow(), flow.plan().get(ContextKeys.CONSENT_CLIENT).orElse(null),
                flow.plan().has(ContextKeys.CONSENT_DENIABLE));
    }

    @Override
    public StageResult submit(FlowContext flow, ConsentStageSettings settings, Answer answer) {
        Optional<User> user = flow.pendingUser();
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        if (!Digests.equal(answer.token(), flow.plan().get(TOKEN).orElse(null))) {
            return StageResult.invalid("token", "This question is out of date. Please answer again.");
        }
        flow.plan().remove(TOKEN);
        if (DENY.equals(answer.decision())) {
            return deny(flow);
        }
        if (settings.mode() != ConsentStageSettings.Mode.ALWAYS_REQUIRE) {
            application(flow).ifPresent(application -> remember(flow, settings, user.get(), application));
        }
        return StageResult.next();
    }

    /** Whoever asked is told by the end of the plan if it can; otherwise the user is shown that this is the end. */
    private static StageResult deny(FlowContext flow) {
        if (!flow.plan().has(ContextKeys.CONSENT_DENIABLE)) {
            return StageResult.deny("");
        }
        flow.plan().put(ContextKeys.CONSENT_DENIED, true);
        return StageResult.next();
    }

    private void remember(FlowContext flow, ConsentStageSettings settings, User user, Application application) {
        Set<String> permissions = permissions(flow).stream().map(ConsentPermission::id).collect(Collectors.toCollection(TreeSet::new));
        consents.find(user, application).ifPresent(permissions::addAll);
        Optional<Instant> expires = settings.mode() == ConsentStageSettings.Mode.EXPIRING
                ? Optional.of(clock.instant().plus(settings.consentExpireIn().duration())) : Optional.empty();
        consents.remember(user, application, permissions, expires);
    }

    private Optional<Set<String>> given(FlowContext flow, ConsentStageSettings settings, User user) {
        return settings.mode() == ConsentStageSettings.Mode.ALWAYS_REQUIRE ? Optional.empty()
                : application(flow).flatMap(application -> consents.find(user, application));
    }

    private Optional<Application> application(FlowContext flow) {
        return flow.plan().get(ContextKeys.APPLICATION).flatMap(applications::findBySlug);
    }

    private static List<ConsentPermission> permissions(FlowContext flow) {
        JsonArray asked = flow.plan().get(ContextKeys.CONSENT_PERMISSIONS)
                .map(object -> object.getJsonArray("permissions")).orElse(null);
        return asked == null ? List.of() : asked.getValuesAs(JsonObject.class).stream()
                .map(permission -> new ConsentPermission(permission.getString("id"), permission.getString("name", permission.getString("id"))))
                .toList();
    }
}
