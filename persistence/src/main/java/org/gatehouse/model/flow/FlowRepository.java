package org.gatehouse.model.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;
import org.gatehouse.model.policy.PolicyEngineMode;

/** Queries on flows. */
@ApplicationScoped
public class FlowRepository extends Repository<Flow, UUID> {


    /** What flows are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("flow o", "o.slug")
            .text("slug", "o.slug").text("name", "o.name").uuid("flow_uuid", "o.id").uuid("pk", "o.id")
            .choice("designation", FlowDesignation.class, "o.designation")
            .choice("denied_action", DeniedAction.class, "o.denied_action")
            .choice("authentication", AuthenticationRequirement.class, "o.authentication")
            .choice("policy_engine_mode", PolicyEngineMode.class, "o.policy_engine_mode")
            .orders("slug", "name", "title", "designation")
            .search("o.name", "o.slug", "o.designation", "o.title");

    public FlowRepository() {
        super(Flow.class);
    }

    public Optional<Flow> findBySlug(String slug) {
        return only(query("select f from Flow f where f.slug = :slug").setParameter("slug", slug));
    }

    /** The flows with a designation, by slug: the order in which one is chosen when the brand names none. */
    public List<Flow> findByDesignation(FlowDesignation designation) {
        return query("select f from Flow f where f.designation = :designation order by f.slug")
                .setParameter("designation", designation).getResultList();
    }
}
