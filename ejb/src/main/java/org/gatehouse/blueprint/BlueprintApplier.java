package org.gatehouse.blueprint;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;

/** Applies a blueprint: all of it or, when an entry fails, none. Applying one twice changes nothing the second time. */
@Stateless
public class BlueprintApplier {

    @Inject
    private ModelRegistry models;

    @Inject
    private ManagedModels managed;

    @Inject
    @Any
    private Instance<BlueprintTag> tags;

    @Inject
    private ReferenceKeys keys;

    /**
     * Applies every entry in order.
     *
     * @param context values that come before the document's own context
     * @throws BlueprintInvalid naming the entry that failed
     */
    public void apply(Actor actor, Blueprint blueprint, JsonObject context) {
        Map<String, BlueprintTag> known = tags.stream().collect(Collectors.toMap(BlueprintTag::name, Function.identity()));
        BlueprintRun run = new BlueprintRun(blueprint, known, context);
        for (BlueprintEntry entry : blueprint.entries()) {
            try {
                apply(actor, entry, run);
            } catch (InvalidInput refused) {
                throw new BlueprintInvalid(blueprint.name() + ", entry at line " + entry.line() + " (" + entry.model() + "): "
                        + refused.getMessage(), refused);
            }
        }
    }

    private void apply(Actor actor, BlueprintEntry entry, BlueprintRun run) {
        if (!entry.conditions().stream().map(run::resolve).allMatch(Truth::of)) {
            return;
        }
        Model model = models.findByName(entry.model()).orElseThrow(
                () -> new BlueprintInvalid("line " + entry.line() + ": there is no model '" + entry.model() + "'"));
        JsonObject identifiers = run.resolve(entry.identifiers());
        Optional<String> existing = identifiers.isEmpty() ? Optional.empty() : model.find(identifiers);
        Optional<String> key = switch (entry.state()) {
            case PRESENT -> Optional.of(existing.map(found -> managed.patch(actor, model, found, run.resolve(entry.attributes())))
                    .orElseGet(() -> create(actor, model, identifiers, entry, run)));
            case CREATED -> Optional.of(existing.orElseGet(() -> create(actor, model, identifiers, entry, run)));
            case MUST_CREATED -> Optional.of(createNew(actor, model, existing, identifiers, entry, run));
            case ABSENT -> {
                existing.ifPresent(found -> managed.delete(actor, model, found));
                yield Optional.empty();
            }
        };
        key.ifPresent(found -> entry.id().ifPresent(id -> run.remember(id, keys.of(model, found))));
    }

    private String createNew(Actor actor, Model model, Optional<String> existing, JsonObject identifiers, BlueprintEntry entry, BlueprintRun run) {
        if (existing.isPresent()) {
            throw new BlueprintInvalid("line " + entry.line() + ": the " + entry.model() + " exists already");
        }
        return create(actor, model, identifiers, entry, run);
    }

    private String create(Actor actor, Model model, JsonObject identifiers, BlueprintEntry entry, BlueprintRun run) {
        JsonObjectBuilder document = Json.createObjectBuilder(identifiers);
        run.resolve(entry.attributes()).forEach(document::add);
        return managed.create(actor, model, document.build());
    }
}
