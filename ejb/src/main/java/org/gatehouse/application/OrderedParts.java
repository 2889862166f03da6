package org.gatehouse.application;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.policy.PolicyBindingModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelQuery;

/**
 * The transactions behind an order: one for each part that is only tried, and one in which all parts are made. Trying never joins the
 * caller's transaction, as taking a trial back would take back everything else in it.
 */
@Stateless
public class OrderedParts {

    @Inject
    private ManagedModels models;

    @Inject
    private ApplicationModel applications;

    @Inject
    private PolicyBindingModel bindings;

    @Inject
    private FlowRepository flows;

    @Resource
    private SessionContext transaction;

    /** What keeps an object from being made; empty when nothing does. It is made and taken back, and no event tells of it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public FieldProblems problems(Actor actor, Model model, JsonObject document) {
        try {
            model.save(actor, Optional.empty(), document);
            return new FieldProblems();
        } catch (InvalidInput refused) {
            return refused.problems();
        } finally {
            transaction.setRollbackOnly();
        }
    }

    /** As {@link #problems}, for a binding: something that exists stands for the application that is yet to be made. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public FieldProblems bindingProblems(Actor actor, JsonObject document) {
        return flows.list(Listings.of(new ModelQuery("", Map.of(), "", 1, 1), FlowRepository.COLUMNS)).stream().findFirst()
                .map(flow -> problems(actor, bindings, aimed(document, flow.getId().toString()))).orElseGet(FieldProblems::new);
    }

    /** Makes all of it, and returns the application's key. */
    public String make(Actor actor, Model provider, ApplicationOrder order) {
        String providerKey = models.create(actor, provider, order.provider());
        String slug = models.create(actor, applications,
                Json.createObjectBuilder(order.application()).add("provider", Long.parseLong(providerKey)).build());
        String target = applications.read(actor, slug).orElseThrow().getString("pbm_uuid");
        order.bindings().forEach(binding -> models.create(actor, bindings, aimed(binding, target)));
        return slug;
    }

    private static JsonObject aimed(JsonObject binding, String target) {
        return Json.createObjectBuilder(binding).add("target", target).build();
    }
}
