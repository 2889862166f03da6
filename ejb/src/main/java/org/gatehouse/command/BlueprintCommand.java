package org.gatehouse.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.blueprint.BlueprintOutcome;
import org.gatehouse.blueprint.EntryChange;
import org.gatehouse.blueprint.EntryResult;
import org.gatehouse.blueprint.ManagedBlueprints;
import org.gatehouse.flow.review.FlowExport;

/** Applies a blueprint, says what applying it would change, or writes a flow as one. */
@ApplicationScoped
public class BlueprintCommand implements LocalCommand {

    @Inject
    private ManagedBlueprints blueprints;

    @Inject
    private FlowExport export;

    @Override
    public String name() {
        return "blueprint";
    }

    @Override
    public String usage() {
        return "apply|diff --file FILE | export FLOW\n  Applies a blueprint file (- for the standard input), shows what that would change, or prints a"
                + " flow with all it needs as a blueprint.";
    }

    @Override
    public String run(CommandCall call) {
        call.allowing();
        return switch (call.word(0, "apply, diff or export")) {
            case "apply" -> outcome(call, false);
            case "diff" -> outcome(call, true);
            case "export" -> export.yaml(Actor.ofSystem(), call.word(1, "the slug of a flow"));
            default -> throw new CommandRefused("Say apply, diff or export.");
        };
    }

    private String outcome(CommandCall call, boolean rehearsal) {
        if (call.input().isBlank()) {
            throw new CommandRefused("Name a file with --file.");
        }
        BlueprintOutcome outcome = blueprints.importText(Actor.ofSystem(), "the file", call.input(), JsonValue.EMPTY_JSON_OBJECT, rehearsal);
        if (!outcome.successful()) {
            throw new CommandRefused(outcome.problem());
        }
        String changes = outcome.changes().stream().filter(change -> change.result() != EntryResult.UNCHANGED
                && change.result() != EntryResult.PASSED_OVER).map(BlueprintCommand::line).collect(Collectors.joining("\n"));
        return changes.isEmpty() ? "Nothing to change." : changes;
    }

    private static String line(EntryChange change) {
        return change.result().wireName() + " " + change.model() + " " + change.identifiers() + (change.diff().isEmpty() ? "" : " " + change.diff());
    }
}
