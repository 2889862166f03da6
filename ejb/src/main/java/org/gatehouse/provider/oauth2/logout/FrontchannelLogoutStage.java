package org.gatehouse.provider.oauth2.logout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Shows clients' logout pages; the answer says that they had their time. Exists in plans only. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = FrontchannelLogoutStage.NAME, model = "authentik_providers_oauth2.frontchannellogoutstage",
        component = "", internal = true)
public class FrontchannelLogoutStage implements StageType<FrontchannelLogoutStage.Frames, NoAnswer> {

    static final String NAME = "oauth2_frontchannel_logout";

    /**
     * A client's logout page.
     *
     * @param url with {@code iss} and {@code sid} if the client wants them
     * @param providerName what people know the client by
     */
    public record Frame(String url, String providerName) {
    }

    /** All of them. */
    public record Frames(List<Frame> frames) {
    }

    /** {@code ak-provider-iframe-logout}. */
    public record IframeLogout(List<Frame> logoutUrls) implements Challenge {

        @Override
        public String component() {
            return "ak-provider-iframe-logout";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, Frames settings) {
        return StageResult.show(new IframeLogout(settings.frames()));
    }

    @Override
    public StageResult submit(FlowContext flow, Frames settings, NoAnswer answer) {
        return StageResult.next();
    }
}
