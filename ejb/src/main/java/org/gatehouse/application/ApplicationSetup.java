package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.access.Actor;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/**
 * Makes an application with the bindings that say who may use it, and with a provider ({@link OrderedApplications}) or as a mere link:
 * all of it, or nothing.
 */
@Stateless
public class ApplicationSetup {

    /** What precedes the names of the application's fields in problems. */
    public static final String APPLICATION = "app.";

    /** What precedes the names of the provider's fields in problems. */
    public static final String PROVIDER = "provider.";

    private static final String BINDING = "policy_bindings.";

    /**
     * What is to be made.
     *
     * @param application the application's document; its provider is set here
     * @param providerModel the provider's model, or empty for none
     * @param provider the provider's document
     * @param bindings documents of policy bindings; their target is set here
     */
    public record Order(JsonObject application, String providerModel, JsonObject provider, List<JsonObject> bindings) {
    }

    @Inject
    private ManagedModels managed;

    @Inject
    private ModelRegistry models;

    @Inject
    private OrderedApplications ordered;

    /**
     * Makes all of it in one transaction.
     *
     * @return the application's key
     * @throws InvalidInput with every problem of the first part that has any, under that part's prefix
     */
    public String create(Actor actor, Order order) {
        return order.providerModel().isEmpty() ? linkOnly(actor, order) : withProvider(actor, order);
    }

    private String withProvider(Actor actor, Order order) {
        try {
            JsonObject application = Json.createObjectBuilder(order.application()).remove("provider").build();
            return ordered.make(actor, new ApplicationOrder(application, order.providerModel(), order.provider(), order.bindings()));
        } catch (PartsRefused refused) {
            FieldProblems problems = new FieldProblems();
            refused.parts().forEach((part, found) -> found.byField()
                    .forEach((field, messages) -> messages.forEach(message -> problems.add(part + '.' + field, message))));
            throw new InvalidInput(problems);
        }
    }

    private String linkOnly(Actor actor, Order order) {
        Model model = model("authentik_core.application");
        JsonObject application = Json.createObjectBuilder(order.application()).addNull("provider").build();
        String key = under(APPLICATION, () -> managed.create(actor, model, application));
        String target = ((JsonString) managed.read(actor, model, key).get("pk")).getString();
        for (JsonObject binding : order.bindings()) {
            JsonObject bound = Json.createObjectBuilder(binding).add("target", target).build();
            under(BINDING, () -> managed.create(actor, model("authentik_policies.policybinding"), bound));
        }
        return key;
    }

    private Model model(String name) {
        return models.findByName(name).orElseThrow(() -> new IllegalStateException("No model is called " + name));
    }

    private static String under(String prefix, Supplier<String> step) {
        try {
            return step.get();
        } catch (InvalidInput refused) {
            FieldProblems problems = new FieldProblems();
            refused.problems().byField().forEach((field, messages) -> messages.forEach(message -> problems.add(prefix + field, message)));
            throw new InvalidInput(problems);
        }
    }
}
