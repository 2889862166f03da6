package org.gatehouse.flow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowDefinition;
import org.gatehouse.flow.FlowPolicies;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;

/**
 * Answers "why is this user let in or refused here?": asks every policy of a flow about a user and tells what each says. Nothing runs,
 * nobody is logged in; a policy that looks at what happened earlier in the flow sees a flow that has just identified the user, from the
 * administrator's own address.
 */
@Stateless
public class FlowExplanations {

    @Inject
    private Permissions permissions;

    @Inject
    private FlowCatalog catalog;

    @Inject
    private PolicyEngine engine;

    @Inject
    private UserRepository users;

    @Inject
    private FlowPolicies policies;

    /**
     * Asks about a user.
     *
     * @param username who
     * @throws org.gatehouse.access.AccessDenied when the actor may not see flows
     * @throws ObjectNotFound when there is no such flow
     * @throws InvalidInput when there is no such user
     */
    public FlowExplanation explain(Actor actor, String slug, String username) {
        // Explaining runs the policies' expressions: seeing a flow is not enough.
        permissions.require(actor, Permission.change("authentik_flows.flow"), slug);
        FlowDefinition flow = catalog.find(slug).orElseThrow(() -> new ObjectNotFound("No Flow matches the given query."));
        User user = users.findByUsername(username)
                .filter(found -> permissions.has(actor, Permission.view("authentik_core.user"), found.getId().toString()))
                .orElseThrow(() -> new InvalidInput("user", "User not found."));
        PolicyRequest request = policies.requestAbout(user);
        return new FlowExplanation(user.getUsername(), user.isActive(), engine.explain(flow.id(), flow.mode(), request),
                flow.stages().stream().map(stage -> new FlowExplanation.Stage(stage.name(),
                        engine.explain(stage.binding(), stage.mode(), request))).toList());
    }
}
