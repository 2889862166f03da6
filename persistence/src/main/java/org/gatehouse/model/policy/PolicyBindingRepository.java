package org.gatehouse.model.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on policy bindings. */
@ApplicationScoped
public class PolicyBindingRepository extends Repository<PolicyBinding, UUID> {


    /** What policy bindings are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("policy_binding o", "o.target_id, o.position")
            .uuid("target", "o.target_id").uuid("target_in", "o.target_id").uuid("policy", "o.policy_id").uuid("group", "o.group_id")
            .uuid("pk", "o.id")
            .filter("user", ListColumns.Kind.INTEGER, "o.user_id = ?")
            .filter("order", ListColumns.Kind.INTEGER, "o.position = ?")
            .filter("timeout", ListColumns.Kind.INTEGER, "o.timeout = ?")
            .filter("policy__isnull", ListColumns.Kind.BOOLEAN, "(o.policy_id IS NULL) = ?")
            .bool("enabled", "o.enabled").bool("negate", "o.negate")
            .orders("enabled", "timeout").order("order", "o.position").order("target", "o.target_id").order("policy", "o.policy_id");

    public PolicyBindingRepository() {
        super(PolicyBinding.class, "left join fetch o.policy left join fetch o.group left join fetch o.user");
    }

    /** The enabled bindings of the targets, ordered by target and position, with what they bind. */
    public List<PolicyBinding> findEnabled(Collection<UUID> targets) {
        return targets.isEmpty() ? List.of() : query("""
                select b from PolicyBinding b left join fetch b.policy left join fetch b.group left join fetch b.user
                where b.enabled = true and b.targetId in :targets order by b.targetId, b.position, b.id""")
                .setParameter("targets", targets).getResultList();
    }

    /** The policies bound to each of the targets, in order. */
    public Map<UUID, List<UUID>> policiesOf(Collection<UUID> targets) {
        return targets.isEmpty() ? Map.of() : pairs("SELECT target_id, policy_id FROM policy_binding WHERE policy_id IS NOT NULL"
                + " AND target_id IN (" + marks(targets) + ") ORDER BY target_id, position, id", targets.toArray());
    }

    /** How many bindings each of the policies has; a policy without any is left out. */
    public Map<UUID, List<Long>> countsOf(Collection<UUID> policies) {
        return policies.isEmpty() ? Map.of() : pairs("SELECT policy_id, count(*) FROM policy_binding WHERE policy_id IN ("
                + marks(policies) + ") GROUP BY policy_id", policies.toArray());
    }

    /** Those of the targets that have an enabled binding: whoever asks about another needs no policy. */
    public List<UUID> guardedAmong(Collection<UUID> targets) {
        return targets.isEmpty() ? List.of() : List.copyOf(this.<UUID, UUID>pairs("SELECT DISTINCT target_id, target_id FROM policy_binding"
                + " WHERE enabled AND target_id IN (" + marks(targets) + ")", targets.toArray()).keySet());
    }

    /** What kind of thing policies can be bound to under this id: the name of its table; empty when there is none. */
    public Optional<String> findTargetKind(UUID target) {
        return this.<UUID, String>pairs("SELECT id, kind FROM policy_target WHERE id = ?1", target).values().stream().findFirst()
                .map(kinds -> kinds.get(0));
    }
}
