package org.gatehouse.provider.oauth2.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * The beginning of a logout that a client, or a link that names none, asked for: the user is asked, unless the client has shown that it means this login
 * (RP-Initiated Logout 1.0 section 2: anybody could have made the link). Then what the client has got by this login ends; whether the
 * login itself does is for the rest of the flow. Exists in plans only.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = LogoutRequestStage.NAME, model = "authentik_providers_oauth2.logoutrequeststage", component = "",
        internal = true)
public class LogoutRequestStage implements StageType<LogoutRequest, LogoutRequestStage.Answer> {

    static final String NAME = "oauth2_logout_request";

    private static final ContextKey<String> TOKEN = ContextKey.text("oauth2_logout.token");

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private OAuthClients clients;

    @Inject
    private Subjects subjects;

    @Inject
    private RandomKeys keys;

    @Inject
    private Events events;

    /** @param token the challenge's token: proof that this question was seen */
    public record Answer(@NotBlank @Size(max = 128) String token) {
    }

    /** {@code ak-stage-consent}, about nothing but the logout. */
    public record Ask(String pendingUser, String pendingUserAvatar, String headerText, List<String> permissions,
            List<String> additionalPermissions, String token) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-consent";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, LogoutRequest request) {
        boolean certain = flow.session().isEmpty()
                || flow.pendingUser().filter(user -> isMeant(flow, request, user)).isPresent();
        return certain ? leave(flow, request) : StageResult.show(ask(flow, request));
    }

    private boolean isMeant(FlowContext flow, LogoutRequest request, User user) {
        return request.providerId() != null && clients.find(request.providerId())
                .filter(client -> request.means(flow.session().orElseThrow(), user, subjects.of(client, user))).isPresent();
    }

    @Override
    public StageResult submit(FlowContext flow, LogoutRequest request, Answer answer) {
        if (!Digests.equal(answer.token(), flow.plan().get(TOKEN).orElse(null))) {
            return StageResult.invalid("token", "This question is out of date. Please answer again.");
        }
        flow.plan().remove(TOKEN);
        return leave(flow, request);
    }

    private StageResult leave(FlowContext flow, LogoutRequest request) {
        flow.session().filter(session -> request.providerId() != null).ifPresent(session -> {
            tokens.revokeSessionOnline(session.id(), request.providerId());
            events.recordWithin(EventDraft.of(EventAction.LOGOUT, "providers.oauth2", flow.actor())
                    .with("application", request.applicationName()));
        });
        return StageResult.next();
    }

    private Ask ask(FlowContext flow, LogoutRequest request) {
        if (!flow.plan().has(TOKEN)) {
            flow.plan().put(TOKEN, keys.urlSafe());
        }
        ShownUser user = ShownUser.of(flow);
        return new Ask(user.name(), user.avatar(), "You're about to log out of " + request.applicationName() + ".", List.of(), List.of(),
                flow.plan().get(TOKEN).orElseThrow());
    }
}
