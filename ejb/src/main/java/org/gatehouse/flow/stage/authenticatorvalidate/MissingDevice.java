package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.Ref;

/** What becomes of a user who has nothing to validate with. */
@ApplicationScoped
public class MissingDevice {

    private static final String NONE = "You have no device that is accepted here.";

    @Inject
    private ConfiguredObjectRepository objects;

    /** What the person can set up now, in the order of the settings; empty when that is not for them to do. */
    List<Stage> choices(FlowContext flow, AuthenticatorValidateStageSettings settings) {
        if (settings.notConfiguredAction() != NotConfiguredAction.CONFIGURE || ProvenUser.of(flow).isEmpty()) {
            return List.of();
        }
        List<UUID> ids = settings.configurationStages().stream().map(Ref::id).toList();
        return ids.stream().flatMap(id -> objects.find(Stage.class, id).stream()).toList();
    }

    /** What happens without a choice of the person; empty when they have one. */
    Optional<StageResult> decide(FlowContext flow, AuthenticatorValidateStageSettings settings, List<Stage> choices) {
        // Who nobody knows has no device to lack: a flow must not go on as if that had been checked.
        if (Offers.isAnybody(flow)) {
            return Optional.of(StageResult.deny(""));
        }
        return switch (settings.notConfiguredAction()) {
            case SKIP -> Optional.of(StageResult.next());
            case DENY -> Optional.of(StageResult.deny(NONE));
            case CONFIGURE -> choices.size() > 1 ? Optional.empty()
                    : Optional.of(choices.isEmpty() ? StageResult.deny(NONE) : setUp(flow, choices.get(0)));
        };
    }

    /** Puts the stage right after this one: the person has nothing to be validated with until then. */
    StageResult setUp(FlowContext flow, Stage stage) {
        flow.insertNext(stage);
        return StageResult.next();
    }
}
