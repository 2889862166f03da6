package org.gatehouse.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;
import org.gatehouse.model.directory.User;

/** Queries on rules. */
@ApplicationScoped
public class NotificationRuleRepository extends Repository<NotificationRule, UUID> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("notification_rule o LEFT JOIN user_group g ON g.id = o.destination_group_id", "o.name")
            .uuid("pbm_uuid", "o.id").text("name", "o.name").choice("severity", Severity.class, "o.severity")
            .text("destination_group__name", "g.name").orders("name", "severity").search("o.name");

    public NotificationRuleRepository() {
        super(NotificationRule.class, "left join fetch o.transports");
    }

    public Optional<NotificationRule> findByName(String name) {
        return only(query("select r from NotificationRule r where r.name = :name").setParameter("name", name));
    }

    /** The rules that use the transport. */
    public List<NotificationRule> findUsing(UUID transportId) {
        return query("select r from NotificationRule r join r.transports t where t.id = :id order by r.name").setParameter("id", transportId)
                .getResultList();
    }

    /** The rules that have a way to tell somebody, with their transports, in the order of their names. */
    public List<NotificationRule> findWithTransports() {
        return query("select distinct r from NotificationRule r join fetch r.transports where r.destinationGroupId is not null"
                + " or r.destinationEventUser = true order by r.name").getResultList();
    }

    /** Active members of the group and of its descendants, in the order of their numbers. */
    public List<User> recipients(UUID groupId, int most) {
        List<?> ids = entityManager.createNativeQuery("""
                WITH RECURSIVE part (id) AS (
                    SELECT CAST(?1 AS uuid) UNION SELECT p.group_id FROM group_parent p JOIN part ON p.parent_id = part.id)
                SELECT DISTINCT u.id FROM group_member m JOIN part ON part.id = m.group_id JOIN user_account u ON u.id = m.user_id
                WHERE u.active ORDER BY u.id""").setParameter(1, groupId).setMaxResults(most).getResultList();
        return ids.isEmpty() ? List.of() : entityManager.createQuery("select u from User u where u.id in :ids order by u.id", User.class)
                .setParameter("ids", ids).getResultList();
    }
}
