package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.policy.PolicyBindingModel;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.TypeRegistry;

/**
 * Makes an application with its provider and its bindings in one transaction: all of it, or nothing and a list of everything that is
 * wrong, by part.
 */
@ApplicationScoped
public class OrderedApplications {

    @Inject
    private ModelRegistry registry;

    @Inject
    private TypeRegistry types;

    @Inject
    private ApplicationModel applications;

    @Inject
    private PolicyBindingModel bindings;

    @Inject
    private OrderedParts parts;

    @Inject
    private Permissions permissions;

    /**
     * Makes what is ordered.
     *
     * @return the application's key
     * @throws org.gatehouse.access.AccessDenied unless the actor may add each of the parts
     * @throws InvalidInput when there is no such kind of provider
     * @throws PartsRefused when something cannot be made; nothing is stored then
     */
    public String make(Actor actor, ApplicationOrder order) {
        permissions.require(actor, Permission.add(applications.name()));
        Model provider = providerModel(order.providerModel());
        permissions.require(actor, Permission.add(provider.name()));
        if (!order.bindings().isEmpty()) {
            permissions.require(actor, Permission.add(bindings.name()));
        }
        refuseWrongParts(actor, provider, order);
        return parts.make(actor, provider, order);
    }

    private Model providerModel(String name) {
        return types.findByModel(name).filter(type -> type.family() == Family.PROVIDER).flatMap(type -> registry.findByName(name))
                .orElseThrow(() -> new InvalidInput("provider_model", "There is no provider of this kind."));
    }

    /** Each part is tried by itself, so that one that is wrong hides nothing of the others. */
    private void refuseWrongParts(Actor actor, Model provider, ApplicationOrder order) {
        Map<String, FieldProblems> problems = new LinkedHashMap<>();
        JsonObject alone = Json.createObjectBuilder(order.application()).remove("provider").build();
        problems.put("app", parts.problems(actor, applications, alone));
        problems.put("provider", parts.problems(actor, provider, order.provider()));
        for (int i = 0; i < order.bindings().size(); i++) {
            problems.put("policy_bindings." + i, parts.bindingProblems(actor, order.bindings().get(i)));
        }
        if (problems.values().stream().anyMatch(part -> !part.isEmpty())) {
            throw new PartsRefused(problems);
        }
    }
}
