package org.gatehouse.model.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.Repository;

/**
 * Queries on authenticator devices, and the statements that happen once. Those answer whether they found the row as it had to
 * be; of several at the same moment, on whatever node, one is told yes.
 */
@ApplicationScoped
public class AuthenticatorDeviceRepository extends Repository<AuthenticatorDevice, UUID> {

    private static final String SELECT = "select d from AuthenticatorDevice d join fetch d.user u where ";

    /** What devices are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("authenticator_device o JOIN user_account u ON u.id = o.user_id", "o.name")
            .text("name", "o.name").filter("pk", Kind.INTEGER, "o.num_pk = ?").filter("user", Kind.INTEGER, "o.user_id = ?")
            .text("device_class", "o.device_class").bool("confirmed", "o.confirmed")
            .orders("name", "created", "last_updated", "last_used").order("pk", "o.num_pk")
            .search("o.name", "u.username");

    public AuthenticatorDeviceRepository() {
        super(AuthenticatorDevice.class, "join fetch o.user");
    }

    @Override
    public AuthenticatorDevice add(AuthenticatorDevice device) {
        entityManager.persist(device);
        entityManager.flush();
        // Its number is the database's to give.
        entityManager.refresh(device);
        return device;
    }

    public Optional<AuthenticatorDevice> findByNumPk(long numPk) {
        return only(query(SELECT + "d.numPk = :pk").setParameter("pk", numPk));
    }

    /** The device of a class with this lookup key. */
    public Optional<AuthenticatorDevice> findByLookupKey(DeviceClass deviceClass, String lookupKey) {
        return only(query(SELECT + "d.deviceClass = :class and d.lookupKey = :key")
                .setParameter("class", deviceClass).setParameter("key", lookupKey));
    }

    /** All devices of a user, confirmed or not, the one used last first, then the newest. */
    public List<AuthenticatorDevice> findByUser(long userId) {
        return query(SELECT + "u.id = :user order by d.lastUsed desc nulls last, d.created desc, d.id")
                .setParameter("user", userId).getResultList();
    }

    /** The newest devices of all users. */
    public List<AuthenticatorDevice> findNewest(int most) {
        return query("select d from AuthenticatorDevice d join fetch d.user order by d.created desc, d.id")
                .setMaxResults(most).getResultList();
    }

    /**
     * Counts an attempt, unless the last one was made too recently.
     *
     * @param failures how many attempts had failed when the caller looked; if there are more by now, this one loses
     * @param earliest the moment at or before which the last attempt must have been made
     */
    public boolean countAttempt(UUID id, int failures, Instant earliest, Instant now) {
        return once("""
                UPDATE authenticator_device SET failure_count = failure_count + 1, failed_at = ?1
                WHERE id = ?2 AND failure_count = ?3 AND (failed_at IS NULL OR failed_at <= ?4)""", now, id, failures, earliest);
    }

    /** Forgets the failed attempts and notes that the device has proved its user's identity. */
    public void noteUse(UUID id, Instant now) {
        once("UPDATE authenticator_device SET failure_count = 0, failed_at = NULL, last_used = ?1 WHERE id = ?2", now, id);
    }

    /** Forgets the failed attempts: the user has proved who they are with another device. */
    public void forgetFailures(UUID id) {
        once("UPDATE authenticator_device SET failure_count = 0, failed_at = NULL WHERE id = ?1", id);
    }

    /** Accepts a counter, if it is higher than every one that was accepted before. */
    public boolean acceptCounter(UUID id, long counter) {
        return once("""
                UPDATE authenticator_device SET last_counter = ?1
                WHERE id = ?2 AND (last_counter IS NULL OR last_counter < ?1)""", counter, id);
    }

    /** Remembers the code that was sent; one sent before counts no more. */
    public void rememberCode(UUID id, String digest, Instant expires) {
        once("UPDATE authenticator_device SET code_digest = ?1, code_expires = ?2 WHERE id = ?3", digest, expires, id);
    }

    /** Takes the code that was sent, if this is the one and it has not expired. */
    public boolean redeemCode(UUID id, String digest, Instant now) {
        return once("""
                UPDATE authenticator_device SET code_digest = NULL, code_expires = NULL
                WHERE id = ?1 AND code_digest = ?2 AND code_expires > ?3""", id, digest, now);
    }

    /** Runs a statement; whether it found its row. Native: JPQL does not write columns that the entity must not. */
    private boolean once(String sql, Object... parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i] instanceof Instant moment ? Timestamp.from(moment) : parameters[i]);
        }
        return query.executeUpdate() == 1;
    }
}
