package org.gatehouse.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.ExpressionInvalid;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.ObjectChanged;
import org.gatehouse.type.TypeDescriptor;

/**
 * Evaluates stored property mappings. A mapping that fails fails the whole: a protocol must not go on with half of the data,
 * and the {@code property_mapping_exception} event says which mapping it was.
 */
@ApplicationScoped
public class PropertyMappings {

    private static final Logger LOG = Logger.getLogger(PropertyMappings.class.getName());

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 2_000;

    private ConfiguredObjectRepository repository;
    private ConfiguredObjects objects;
    private Events events;
    private final ReadCache<UUID, PreparedMapping> kept;

    /** For the container's proxy. */
    protected PropertyMappings() {
        kept = null;
    }

    @Inject
    PropertyMappings(ConfiguredObjectRepository repository, ConfiguredObjects objects, Events events, Clock clock) {
        this.repository = repository;
        this.objects = objects;
        this.events = events;
        this.kept = new ReadCache<>(MOST_KEPT, LONGEST_KEPT, clock);
    }

    /** The mappings with these ids, in the order of the ids; ids of mappings that are gone are left out. At most one query. */
    public List<PreparedMapping> find(Collection<UUID> ids) {
        Map<UUID, PreparedMapping> found = kept.getAll(ids, missing -> repository.findAll(PropertyMapping.class, missing).stream()
                .map(this::prepare).collect(Collectors.toMap(PreparedMapping::id, Function.identity())));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** A stored mapping, ready to be evaluated. */
    public PreparedMapping prepare(PropertyMapping mapping) {
        return prepare(mapping, objects.typeOf(mapping));
    }

    private <S extends Record> PreparedMapping prepare(PropertyMapping mapping, TypeDescriptor<S> type) {
        if (!(type.behaviour() instanceof MappingType<S> behaviour)) {
            throw new IllegalStateException(type.behaviourClass().getName() + " is no MappingType.");
        }
        S settings = objects.settings(mapping, type.settingsType());
        return new PreparedMapping(mapping.getId(), mapping.getName(), variables -> behaviour.evaluate(settings, variables));
    }

    /**
     * What one mapping yields.
     *
     * @param variables a value for each variable of the type's scope
     * @param actor who the evaluation is for, for the event of a failure
     * @throws ExpressionFailed when it cannot be evaluated; the event is written a moment later
     */
    public Object evaluate(PreparedMapping mapping, Map<String, Object> variables, Actor actor) {
        try {
            return mapping.evaluation().apply(variables);
        } catch (RuntimeException failed) {
            record(mapping, actor, failed);
            throw failed instanceof ExpressionFailed known ? known
                    : new ExpressionFailed("The property mapping '" + mapping.name() + "' cannot be evaluated.", failed);
        }
    }

    /**
     * What several mappings that yield maps say together: maps are merged, lists appended, and of anything else the value of
     * the later mapping stays.
     *
     * @throws ExpressionFailed when one of them cannot be evaluated or yields no map
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> merged(List<PreparedMapping> mappings, Map<String, Object> variables, Actor actor) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (PreparedMapping mapping : mappings) {
            if (!(evaluate(mapping, variables, actor) instanceof Map<?, ?> map)) {
                throw new ExpressionFailed("The property mapping '" + mapping.name() + "' does not yield a map.");
            }
            maps.add((Map<String, Object>) map);
        }
        return MergedValues.of(maps);
    }

    private void record(PreparedMapping mapping, Actor actor, RuntimeException cause) {
        LOG.log(Level.WARNING, cause, () -> "Property mapping " + mapping.name() + " failed");
        boolean forAuthors = cause instanceof ExpressionFailed || cause instanceof ExpressionInvalid;
        events.recordLater(EventDraft.of(EventAction.PROPERTY_MAPPING_EXCEPTION, "mapping", actor)
                .with("message", forAuthors ? cause.getMessage() : cause.getClass().getSimpleName())
                .with("mapping", mapping.name())
                .with("mapping_pk", mapping.id().toString()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        kept.forget(id -> id.toString().equals(change.key()));
    }
}
