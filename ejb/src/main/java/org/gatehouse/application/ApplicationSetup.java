package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.access.Actor;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/** Makes an application with its provider and the bindings that say who may use it: all of them, or none. */
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

    /**
     * Makes all of it in one transaction.
     *
     * @return the application's key
     * @throws InvalidInput with every problem of the first part that has any, under that part's prefix
     */
    public String create(Actor actor, Order order) {
        JsonObjectBuilder application = Json.createObjectBuilder(order.application());
        if (order.providerModel().isEmpty()) {
            application.addNull("provider");
        } else {
            application.add("provider", provider(actor, order));
        }
        Model model = model("authentik_core.application");
        String key = under(APPLICATION, () -> managed.create(actor, model, application.build()));
        String target = ((JsonString) managed.read(actor, model, key).get("pk")).getString();
        for (JsonObject binding : order.bindings()) {
            JsonObject bound = Json.createObjectBuilder(binding).add("target", target).build();
            under(BINDING, () -> managed.create(actor, model("authentik_policies.policybinding"), bound));
        }
        return key;
    }

    private JsonNumber provider(Actor actor, Order order) {
        Model model = models.findByName(order.providerModel())
                .orElseThrow(() -> new InvalidInput("provider_model", "There is no such type of provider."));
        String key = under(PROVIDER, () -> managed.create(actor, model, order.provider()));
        JsonValue pk = managed.read(actor, model, key).get("pk");
        return (JsonNumber) pk;
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
