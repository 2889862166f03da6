package org.gatehouse.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.WireExtras;
import org.gatehouse.type.WireObject;

/** Shows with each policy how many bindings it has. */
@ApplicationScoped
public class PolicyBindingCounts implements WireExtras {

    @Inject
    private PolicyBindingRepository bindings;

    @Override
    public Family family() {
        return Family.POLICY;
    }

    @Override
    public Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> policies) {
        List<UUID> ids = policies.stream().<UUID>map(ConfiguredObject::getId).toList();
        Map<UUID, List<Long>> counts = bindings.countsOf(ids);
        Map<UUID, JsonObject> extras = new HashMap<>();
        ids.forEach(id -> extras.put(id, WireObject.empty().put("bound_to", counts.getOrDefault(id, List.of(0L)).get(0)).build()));
        return extras;
    }
}
