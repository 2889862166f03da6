package org.gatehouse.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.attribute.ObjectAttribute;
import org.gatehouse.model.attribute.ObjectAttributeRepository;
import org.gatehouse.type.DocumentCheck;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectChanged;

/** Holds the attributes of an object that is saved against what administrators defined for its kind. */
@ApplicationScoped
public class DefinedAttributes implements DocumentCheck {

    private static final String ATTRIBUTES = "attributes";
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    private ObjectAttributeRepository definitions;
    private final ReadCache<String, List<AttributeRule>> kept;

    /** For the container's proxy. */
    protected DefinedAttributes() {
        kept = null;
    }

    @Inject
    DefinedAttributes(ObjectAttributeRepository definitions, Clock clock) {
        this.definitions = definitions;
        this.kept = new ReadCache<>(ObjectAttributeRepository.objectTypes().size(), LONGEST_KEPT, clock);
    }

    @Override
    public void check(Model model, Optional<String> key, JsonObject sent, JsonObject document, FieldProblems problems) {
        boolean concerned = ObjectAttributeRepository.objectTypes().contains(model.name()) && (key.isEmpty() || sent.containsKey(ATTRIBUTES));
        JsonValue attributes = document.getOrDefault(ATTRIBUTES, JsonValue.EMPTY_JSON_OBJECT);
        if (concerned && attributes instanceof JsonObject object) {
            rules(model.name()).forEach(rule -> check(rule, model.name(), key, object, problems));
        }
    }

    private void check(AttributeRule rule, String objectType, Optional<String> key, JsonObject attributes, FieldProblems problems) {
        Optional<JsonValue> value = rule.valueIn(attributes);
        rule.objection(value).ifPresentOrElse(objection -> problems.add(ATTRIBUTES, objection), () -> value
                .filter(given -> rule.unique() && definitions.isTaken(objectType, rule.path(), given.toString(), key.orElse("")))
                .ifPresent(taken -> problems.add(ATTRIBUTES, rule.label() + ": another object has this value already.")));
    }

    private List<AttributeRule> rules(String objectType) {
        return kept.get(objectType, type -> Optional.of(definitions.findEnabled(type).stream().map(DefinedAttributes::rule).toList())).orElseThrow();
    }

    private static AttributeRule rule(ObjectAttribute definition) {
        return AttributeRule.of(definition.getKey(), definition.getLabel(), definition.getType(), definition.getRegex(),
                definition.isRequired(), definition.isUnique());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (change.model().equals(ObjectAttributeModel.MODEL)) {
            kept.forget(type -> true);
        }
    }
}
