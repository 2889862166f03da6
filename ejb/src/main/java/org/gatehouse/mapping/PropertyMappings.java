package org.gatehouse.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.ExpressionInvalid;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.TypeDescriptor;

/**
 * Evaluates stored property mappings. A mapping that fails fails the whole: a protocol must not go on with half of the data,
 * and the {@code property_mapping_exception} event says which mapping it was.
 */
@ApplicationScoped
public class PropertyMappings {

    private static final Logger LOG = Logger.getLogger(PropertyMappings.class.getName());

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private Events events;

    public PropertyMappings() {
    }

    PropertyMappings(ConfiguredObjectRepository repository, ConfiguredObjects objects, Events events) {
        this.repository = repository;
        this.objects = objects;
        this.events = events;
    }

    /** The mappings with these ids, in the order of the ids; ids of mappings that are gone are left out. One query. */
    public List<PropertyMapping> find(Collection<UUID> ids) {
        List<UUID> order = List.copyOf(ids);
        List<PropertyMapping> found = new ArrayList<>(repository.findAll(PropertyMapping.class, ids));
        found.sort(Comparator.comparingInt(mapping -> order.indexOf(mapping.getId())));
        return found;
    }

    /**
     * What one mapping yields.
     *
     * @param variables a value for each variable of the type's scope
     * @param actor who the evaluation is for, for the event of a failure
     * @throws ExpressionFailed when it cannot be evaluated; the event has been written
     */
    public Object evaluate(PropertyMapping mapping, Map<String, Object> variables, Actor actor) {
        try {
            return evaluate(mapping, objects.typeOf(mapping), variables);
        } catch (RuntimeException failed) {
            record(mapping, actor, failed);
            throw failed instanceof ExpressionFailed known ? known
                    : new ExpressionFailed("The property mapping '" + mapping.getName() + "' cannot be evaluated.", failed);
        }
    }

    private <S extends Record> Object evaluate(PropertyMapping mapping, TypeDescriptor<S> type, Map<String, Object> variables) {
        if (!(type.behaviour() instanceof MappingType<S> behaviour)) {
            throw new IllegalStateException(type.behaviourClass().getName() + " is no MappingType.");
        }
        return behaviour.evaluate(objects.settings(mapping, type.settingsType()), variables);
    }

    /**
     * What several mappings that yield maps say together: maps are merged, lists appended, and of anything else the value of
     * the later mapping stays.
     *
     * @throws ExpressionFailed when one of them cannot be evaluated or yields no map
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> merged(List<PropertyMapping> mappings, Map<String, Object> variables, Actor actor) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (PropertyMapping mapping : mappings) {
            if (!(evaluate(mapping, variables, actor) instanceof Map<?, ?> map)) {
                throw new ExpressionFailed("The property mapping '" + mapping.getName() + "' does not yield a map.");
            }
            maps.add((Map<String, Object>) map);
        }
        return MergedValues.of(maps);
    }

    private void record(PropertyMapping mapping, Actor actor, RuntimeException cause) {
        LOG.log(Level.WARNING, cause, () -> "Property mapping " + mapping.getName() + " failed");
        boolean forAuthors = cause instanceof ExpressionFailed || cause instanceof ExpressionInvalid;
        events.record(EventDraft.of(EventAction.PROPERTY_MAPPING_EXCEPTION, "mapping", actor)
                .with("message", forAuthors ? cause.getMessage() : cause.getClass().getSimpleName())
                .with("mapping", mapping.getName())
                .with("mapping_pk", mapping.getId().toString()));
    }
}
