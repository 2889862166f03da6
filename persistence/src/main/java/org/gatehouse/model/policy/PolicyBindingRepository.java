package org.gatehouse.model.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on policy bindings. */
@ApplicationScoped
public class PolicyBindingRepository extends Repository<PolicyBinding, UUID> {

    public PolicyBindingRepository() {
        super(PolicyBinding.class);
    }

    /** The enabled bindings of the targets, ordered by target and position, with what they bind. */
    public List<PolicyBinding> findEnabled(Collection<UUID> targets) {
        return targets.isEmpty() ? List.of() : query("""
                select b from PolicyBinding b left join fetch b.policy left join fetch b.group left join fetch b.user
                where b.enabled = true and b.targetId in :targets order by b.targetId, b.position, b.id""")
                .setParameter("targets", targets).getResultList();
    }
}
