package org.gatehouse.model.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on stage bindings. */
@ApplicationScoped
public class FlowStageBindingRepository extends Repository<FlowStageBinding, UUID> {

    public FlowStageBindingRepository() {
        super(FlowStageBinding.class);
    }

    /** The bindings of a flow in the order in which they run, each with its stage. */
    public List<FlowStageBinding> findByFlow(UUID flowId) {
        return query("select b from FlowStageBinding b join fetch b.stage where b.flowId = :flow order by b.position, b.id")
                .setParameter("flow", flowId).getResultList();
    }
}
