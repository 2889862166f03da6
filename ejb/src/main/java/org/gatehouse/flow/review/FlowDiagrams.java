package org.gatehouse.flow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.flow.BoundStage;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowDefinition;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.policy.EnabledBindings;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.TypeRegistry;

/** Draws flows. */
@Stateless
public class FlowDiagrams {

    @Inject
    private Permissions permissions;

    @Inject
    private FlowCatalog catalog;

    @Inject
    private EnabledBindings bindings;

    @Inject
    private TypeRegistry types;

    /**
     * The drawing of a flow.
     *
     * @param locale the language of the kinds of stages
     * @throws org.gatehouse.access.AccessDenied when the actor may not see flows
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowDiagram of(Actor actor, String slug, Locale locale) {
        permissions.require(actor, Permission.view("authentik_flows.flow"), slug);
        FlowDefinition flow = catalog.find(slug).orElseThrow(() -> new ObjectNotFound("No Flow matches the given query."));
        return new FlowDiagram(flow.name(), flow.slug(), flow.authentication().wireName(), gate(flow.id(), flow.mode()),
                flow.stages().stream().map(stage -> step(stage, locale)).toList());
    }

    private FlowDiagram.Step step(BoundStage stage, Locale locale) {
        return new FlowDiagram.Step(stage.name(), types.get(Family.STAGE, stage.type()).verboseName(locale), gate(stage.binding(), stage.mode()),
                stage.evaluateOnPlan(), stage.reEvaluate());
    }

    private FlowDiagram.Gate gate(UUID target, PolicyEngineMode mode) {
        return new FlowDiagram.Gate(bindings.labels(target), mode.wireName());
    }
}
