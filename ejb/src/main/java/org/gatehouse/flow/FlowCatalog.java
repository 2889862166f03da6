package org.gatehouse.flow;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.flow.FlowStageBindingRepository;
import org.gatehouse.type.ObjectChanged;

/**
 * Flows and stages as every step of every browser reads them: without a statement most of the time. Follows changes at once on the
 * node that makes them, and within half a minute on the others ({@link ReadCache}).
 */
@ApplicationScoped
public class FlowCatalog {

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final int MOST_FLOWS = 500;
    private static final int MOST_STAGES = 2_000;

    @Inject
    private FlowRepository flows;

    @Inject
    private FlowStageBindingRepository bindings;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private Clock clock;

    private ReadCache<String, FlowDefinition> bySlug;
    private ReadCache<UUID, FlowDefinition> byId;
    private ReadCache<UUID, StoredStage> stages;

    @PostConstruct
    void open() {
        bySlug = new ReadCache<>(MOST_FLOWS, LONGEST_KEPT, clock);
        byId = new ReadCache<>(MOST_FLOWS, LONGEST_KEPT, clock);
        stages = new ReadCache<>(MOST_STAGES, LONGEST_KEPT, clock);
    }

    /** The flow with this slug. */
    public Optional<FlowDefinition> find(String slug) {
        return bySlug.get(slug, key -> flows.findBySlug(key).map(this::define));
    }

    /** The flow with this id. */
    public Optional<FlowDefinition> find(UUID id) {
        return byId.get(id, key -> flows.find(key).map(this::define));
    }

    private FlowDefinition define(Flow flow) {
        return FlowDefinition.of(flow, bindings.findByFlow(flow.getId()));
    }

    /** The configured stage with this id. */
    public Optional<StoredStage> stage(UUID id) {
        return stages.get(id, key -> objects.find(Stage.class, key)
                .map(stage -> new StoredStage(stage.getId(), stage.getType(), stage.getName(), stage.getSettings())));
    }

    /** How many flows are kept in memory: what the API calls the flow cache. */
    public int size() {
        return bySlug.size();
    }

    /** Reads everything anew from now on. */
    public void clear() {
        bySlug.forget(key -> true);
        byId.forget(key -> true);
        stages.forget(key -> true);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (change.model().startsWith("authentik_flows.") || change.model().startsWith("authentik_stages_")) {
            clear();
        }
    }
}
