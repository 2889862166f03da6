package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.flow.FlowStageBindingRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.WireExtras;
import org.gatehouse.type.WireObject;

/** Shows with each stage the flows it is bound to. */
@ApplicationScoped
public class StageFlows implements WireExtras {

    @Inject
    private FlowStageBindingRepository bindings;

    @Inject
    private FlowRepository flows;

    @Inject
    private FlowModel model;

    @Override
    public Family family() {
        return Family.STAGE;
    }

    @Override
    public Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> stages) {
        List<UUID> ids = stages.stream().<UUID>map(ConfiguredObject::getId).toList();
        Map<UUID, List<UUID>> bound = bindings.flowsOf(ids);
        Map<UUID, Flow> known = flows.findAll(bound.values().stream().flatMap(List::stream).collect(Collectors.toSet()))
                .stream().collect(Collectors.toMap(Flow::getId, Function.identity()));
        Map<UUID, JsonObject> extras = new HashMap<>();
        for (UUID id : ids) {
            extras.put(id, WireObject.empty().put("flow_set", bound.getOrDefault(id, List.of()).stream().map(known::get)
                    .filter(Objects::nonNull).sorted(Comparator.comparing(Flow::getSlug)).map(model::summary).toList()).build());
        }
        return extras;
    }
}
