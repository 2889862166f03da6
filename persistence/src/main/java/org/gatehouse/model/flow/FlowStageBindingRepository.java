package org.gatehouse.model.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;
import org.gatehouse.model.policy.PolicyEngineMode;

/** Queries on stage bindings. */
@ApplicationScoped
public class FlowStageBindingRepository extends Repository<FlowStageBinding, UUID> {


    /** What stage bindings are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("flow_stage_binding o", "o.flow_id, o.position")
            .uuid("target", "o.flow_id").uuid("stage", "o.stage_id").uuid("fsb_uuid", "o.id").uuid("pbm_uuid", "o.id").uuid("pk", "o.id")
            .filter("order", ListColumns.Kind.INTEGER, "o.position = ?")
            .bool("evaluate_on_plan", "o.evaluate_on_plan").bool("re_evaluate_policies", "o.re_evaluate_policies")
            .choice("policy_engine_mode", PolicyEngineMode.class, "o.policy_engine_mode")
            .choice("invalid_response_action", InvalidResponseAction.class, "o.invalid_response_action")
            .filter("policies", ListColumns.Kind.UUID,
                    "EXISTS (SELECT 1 FROM policy_binding p WHERE p.target_id = o.id AND p.policy_id = ?)")
            .order("order", "o.position").order("target", "o.flow_id").order("stage", "o.stage_id");

    public FlowStageBindingRepository() {
        super(FlowStageBinding.class, "join fetch o.stage");
    }

    /** The bindings of a flow in the order in which they run, each with its stage. */
    public List<FlowStageBinding> findByFlow(UUID flowId) {
        return query("select b from FlowStageBinding b join fetch b.stage where b.flowId = :flow order by b.position, b.id")
                .setParameter("flow", flowId).getResultList();
    }

    /** The stages bound to each of the flows, in running order. */
    public Map<UUID, List<UUID>> stagesOf(Collection<UUID> flows) {
        return flows.isEmpty() ? Map.of() : pairs("SELECT flow_id, stage_id FROM flow_stage_binding WHERE flow_id IN ("
                + marks(flows) + ") ORDER BY flow_id, position, id", flows.toArray());
    }

    /** The flows each of the stages is bound to, by slug. */
    public Map<UUID, List<UUID>> flowsOf(Collection<UUID> stages) {
        return stages.isEmpty() ? Map.of() : pairs("SELECT DISTINCT b.stage_id, b.flow_id FROM flow_stage_binding b WHERE b.stage_id IN ("
                + marks(stages) + ")", stages.toArray());
    }
}
