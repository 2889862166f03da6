package org.gatehouse.flow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowDefinition;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectNotFound;

/**
 * Writes a flow, its stages, what is bound to them and what they need of their own (prompts, validation policies) as a blueprint that
 * makes the same flow in another installation. What belongs to the other installation (further flows, groups, users, certificates) is
 * looked up there by name. Secrets are left out.
 */
@Stateless
public class FlowExport {

    @Inject
    private Permissions permissions;

    @Inject
    private FlowCatalog catalog;

    @Inject
    private ModelRegistry models;

    /**
     * The blueprint of a flow.
     *
     * @throws org.gatehouse.access.AccessDenied when the actor may not see flows
     * @throws ObjectNotFound when there is no such flow
     */
    public String yaml(Actor actor, String slug) {
        permissions.require(actor, SpecialPermission.EXPORT_FLOW, slug);
        FlowDefinition flow = catalog.find(slug).orElseThrow(() -> new ObjectNotFound("No Flow matches the given query."));
        ExportedObjects objects = new ExportedObjects(actor, models);
        objects.addFlow(flow.slug());
        flow.stages().forEach(stage -> objects.addStageBinding(stage.binding().toString(), stage.stage().toString()));
        objects.addPolicyBindings(flow.id().toString());
        flow.stages().forEach(stage -> objects.addPolicyBindings(stage.binding().toString()));
        BlueprintText text = new BlueprintText("Flow " + flow.slug(), objects::reference);
        objects.all().forEach(text::add);
        return text.toString();
    }
}
