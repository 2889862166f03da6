package org.gatehouse.model.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on former passwords. */
@ApplicationScoped
public class PasswordHistoryRepository extends Repository<PasswordHistory, UUID> {

    public PasswordHistoryRepository() {
        super(PasswordHistory.class);
    }

    /** The passwords the user had last, the latest first. */
    public List<PasswordHistory> newest(long userId, int count) {
        return count <= 0 ? List.of() : query("select h from PasswordHistory h where h.userId = :user order by h.replaced desc, h.id")
                .setParameter("user", userId).setMaxResults(count).getResultList();
    }

    /** Forgets all but the user's latest. */
    public void keepNewest(long userId, int count) {
        entityManager.createNativeQuery("DELETE FROM password_history WHERE user_id = ?1 AND id IN (SELECT id FROM password_history"
                + " WHERE user_id = ?1 ORDER BY replaced DESC, id OFFSET ?2)").setParameter(1, userId).setParameter(2, count).executeUpdate();
    }

    /** Forgets everybody's. */
    public void clear() {
        entityManager.createNativeQuery("DELETE FROM password_history").executeUpdate();
    }
}
