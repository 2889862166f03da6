package org.gatehouse.model.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on letters that wait to be sent. */
@ApplicationScoped
public class MailMessageRepository extends Repository<MailMessage, UUID> {

    public MailMessageRepository() {
        super(MailMessage.class);
    }

    /**
     * Takes the letter that has waited longest, counts the attempt, and keeps everybody else from it until a moment.
     *
     * @param until when somebody else may try it if nobody has said what became of it
     */
    public Optional<MailMessage> take(Instant now, Instant until) {
        List<?> taken = entityManager.createNativeQuery("""
                UPDATE mail_message SET attempts = attempts + 1, due = ?1
                WHERE id = (SELECT id FROM mail_message WHERE due <= ?2 ORDER BY due FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING id""").setParameter(1, Timestamp.from(until)).setParameter(2, Timestamp.from(now)).getResultList();
        return taken.stream().map(UUID.class::cast).findFirst().flatMap(this::find);
    }

    /** Keeps a letter for another attempt. */
    public void postpone(UUID id, Instant due) {
        entityManager.createNativeQuery("UPDATE mail_message SET due = ?1 WHERE id = ?2")
                .setParameter(1, Timestamp.from(due)).setParameter(2, id).executeUpdate();
    }

    /** Forgets a letter. */
    public void delete(UUID id) {
        entityManager.createNativeQuery("DELETE FROM mail_message WHERE id = ?1").setParameter(1, id).executeUpdate();
    }
}
