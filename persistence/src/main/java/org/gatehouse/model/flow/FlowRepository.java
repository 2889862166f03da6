package org.gatehouse.model.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on flows. */
@ApplicationScoped
public class FlowRepository extends Repository<Flow, UUID> {

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
