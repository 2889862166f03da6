package org.gatehouse.flow.stage.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.invitation.InvitationUse;
import org.gatehouse.flow.prompt.PromptData;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.invitation.Invitation;
import org.gatehouse.type.Default;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectType;

/**
 * Lets only people with an invitation go on, and notes what the invitation has decided beforehand. The token is the query's
 * {@code itoken}, or an earlier prompt's field {@code token} or {@code itoken}.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "invitation", path = "invitation/stages", model = "authentik_stages_invitation.invitationstage",
        component = "ak-stage-invitation-form")
public class InvitationStage implements StageType<InvitationStage.Settings, NoAnswer> {

    /** On purpose the same for all reasons: whoever guesses learns nothing about invitations that exist. */
    static final String REFUSED = "This invitation does not exist, has been used, or has expired. Please ask for a new one.";
    static final String NEEDED = "You need an invitation to go on.";

    private static final String TOKEN = "itoken";

    @Inject
    private InvitationUse invitations;

    @Inject
    private FlowRepository flows;

    @Inject
    private PromptData data;

    /** @param continueFlowWithoutInvitation whether people without an invitation go on, just without what one would have decided */
    public record Settings(@Default("false") boolean continueFlowWithoutInvitation) {
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        Optional<String> token = token(flow);
        Optional<Invitation> invitation = token.flatMap(ObjectKey::uuid).flatMap(invitations::find).filter(found -> isFor(flow, found));
        if (invitation.isEmpty()) {
            return settings.continueFlowWithoutInvitation() ? StageResult.next() : StageResult.deny(token.isEmpty() ? NEEDED : REFUSED);
        }
        flow.plan().put(ContextKeys.INVITATION, invitation.get().getId().toString()).put(ContextKeys.INVITATION_IN_EFFECT, true);
        data.fix(flow.plan(), invitation.get().getFixedData());
        return StageResult.next();
    }

    private Optional<String> token(FlowContext flow) {
        return Optional.ofNullable(flow.query().get(TOKEN)).filter(token -> !token.isBlank()).or(() -> Stream.of("token", TOKEN)
                .map(data.of(flow.plan())::get).filter(JsonString.class::isInstance).map(json -> ((JsonString) json).getString().strip())
                .filter(token -> !token.isEmpty()).findFirst());
    }

    private boolean isFor(FlowContext flow, Invitation invitation) {
        return invitation.getFlowId() == null
                || flows.find(invitation.getFlowId()).map(Flow::getSlug).filter(flow.flowSlug()::equals).isPresent();
    }
}
