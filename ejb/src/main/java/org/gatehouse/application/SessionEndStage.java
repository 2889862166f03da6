package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowAddress;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * The end of a logout from one application that leads nowhere else: back to it, or, while the login lives, out of everything. Exists in
 * plans only; protocols add it to the flows they start.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = SessionEndStage.NAME, model = "authentik_flows.sessionendstage", component = "", internal = true)
public class SessionEndStage implements StageType<SessionEndStage.Settings, NoAnswer> {

    static final String NAME = "session_end";

    private static final String PORTAL = "/if/user/";

    @Inject
    private ApplicationRepository applications;

    @Inject
    private LaunchUrls launchUrls;

    @Inject
    private FlowCatalog flows;

    @Inject
    private Brands brands;

    /** There are none. */
    public record Settings() {
    }

    /**
     * {@code ak-stage-session-end}.
     *
     * @param invalidationFlowUrl logs out of everything; null when there is no login any more
     */
    public record SessionEnd(String pendingUser, String pendingUserAvatar, String applicationName, String applicationLaunchUrl,
            String invalidationFlowUrl, String overviewUrl, String brandName) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-session-end";
        }
    }

    /** This stage, to be put at the end of a flow. */
    public static InMemoryStage planned() {
        return new InMemoryStage(NAME, JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        ShownUser user = ShownUser.of(flow);
        Optional<Application> application = flow.plan().get(ContextKeys.APPLICATION).flatMap(applications::findBySlug);
        return StageResult.show(new SessionEnd(user.name(), user.avatar(), application.map(Application::getName).orElse(null),
                application.flatMap(found -> launchUrls.of(found, flow.session().isPresent() ? flow.pendingUser() : Optional.empty())).orElse(null),
                flow.session().isPresent() ? invalidation().orElse(null) : null, PORTAL, brands.current().getTitle()));
    }

    private Optional<String> invalidation() {
        return Optional.ofNullable(brands.current().getFlowInvalidationId()).flatMap(flows::find)
                .map(flow -> FlowAddress.of(flow.slug(), "", Optional.empty()));
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, NoAnswer answer) {
        return StageResult.next();
    }
}
