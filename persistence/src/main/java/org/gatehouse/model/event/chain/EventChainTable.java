package org.gatehouse.model.event.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.event.AuditEvent;

/** Reads and writes the chain. Runs in the caller's transaction. */
@ApplicationScoped
public class EventChainTable {

    private static final String LINK = "s.seq, s.event_id, encode(s.digest, 'hex'), s.expires, s.vouched, encode(s.hash, 'hex')";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** The ends of the chain, kept from everybody else until the transaction is over; empty when somebody else has them. */
    public Optional<ChainEnds> lock() {
        return ends(" FOR UPDATE SKIP LOCKED");
    }

    /** The ends of the chain as they are now. */
    public ChainEnds read() {
        return ends("").orElseThrow();
    }

    private Optional<ChainEnds> ends(String lock) {
        List<?> rows = entityManager.createNativeQuery("SELECT begun, base_seq, base_hash, last_seq, last_hash, voucher FROM event_chain WHERE id = 1" + lock)
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(row -> new ChainEnds(instant(row[0]), number(row[1]), (String) row[2],
                number(row[3]), (String) row[4], (String) row[5]));
    }

    public void write(ChainEnds ends) {
        entityManager.createNativeQuery("UPDATE event_chain SET base_seq = ?1, base_hash = ?2, last_seq = ?3, last_hash = ?4, voucher = ?5 WHERE id = 1")
                .setParameter(1, ends.baseSeq()).setParameter(2, ends.baseHash()).setParameter(3, ends.lastSeq())
                .setParameter(4, ends.lastHash()).setParameter(5, ends.voucher()).executeUpdate();
    }

    /** Ids of events that are not linked yet. */
    public List<UUID> unsealed(int most) {
        List<?> ids = entityManager.createNativeQuery("SELECT event_id FROM event_unsealed LIMIT " + most).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** How many events are not linked yet. */
    public long countUnsealed() {
        return number(entityManager.createNativeQuery("SELECT count(*) FROM event_unsealed").getSingleResult());
    }

    /** Takes events out of those that wait. */
    public void sealed(List<UUID> ids) {
        entityManager.createNativeQuery("DELETE FROM event_unsealed WHERE event_id = ANY (CAST(?1 AS uuid[]))")
                .setParameter(1, array(ids)).executeUpdate();
    }

    /** Adds links, in one statement. */
    public void add(List<EventLink> links) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        links.forEach(link -> rows.add(Json.createObjectBuilder().add("seq", link.seq()).add("event_id", link.eventId().toString())
                .add("digest", link.digest()).add("expires", link.expires().toString()).add("vouched", link.vouched()).add("hash", link.hash())));
        entityManager.createNativeQuery("""
                INSERT INTO event_seal (seq, event_id, digest, expires, vouched, hash)
                SELECT seq, event_id, decode(digest, 'hex'), expires, vouched, decode(hash, 'hex')
                FROM json_to_recordset(CAST(?1 AS json))
                AS link(seq bigint, event_id uuid, digest text, expires timestamptz, vouched boolean, hash text)""")
                .setParameter(1, rows.build().toString()).executeUpdate();
    }

    /** The links behind a number, in their order, with their events. */
    public List<LinkedEvent> after(long seq, int most) {
        List<EventLink> links = links("SELECT " + LINK + " FROM event_seal s WHERE s.seq > ?1 ORDER BY s.seq LIMIT " + most, seq);
        Map<UUID, AuditEvent> events = events(links.stream().map(EventLink::eventId).toList());
        return links.stream().map(link -> new LinkedEvent(link, Optional.ofNullable(events.get(link.eventId())))).toList();
    }

    private Map<UUID, AuditEvent> events(List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : entityManager.createQuery("select e from AuditEvent e where e.id in :ids", AuditEvent.class)
                .setParameter("ids", ids).getResultStream().collect(Collectors.toMap(AuditEvent::getId, Function.identity()));
    }

    /** The first links behind a number whose events are gone and had run out, up to the first of which that is not true. */
    public List<EventLink> spent(long seq, Instant now, int most) {
        return links("SELECT " + LINK + " FROM event_seal s WHERE s.seq > ?1 AND s.seq < coalesce((SELECT min(kept.seq) FROM"
                + " (SELECT k.seq FROM event_seal k LEFT JOIN audit_event e ON e.id = k.event_id WHERE k.seq > ?1"
                + " AND (e.id IS NOT NULL OR k.expires > ?2) ORDER BY k.seq LIMIT 1) kept), 9223372036854775807) ORDER BY s.seq LIMIT " + most,
                seq, Timestamp.from(now));
    }

    /** Takes away the links up to a number. */
    public void removeUpTo(long seq) {
        entityManager.createNativeQuery("DELETE FROM event_seal WHERE seq <= ?1").setParameter(1, seq).executeUpdate();
    }

    /** An event since a moment that is neither linked nor waits to be: somebody has put it past the product. */
    public Optional<UUID> findStray(Instant since) {
        List<?> ids = entityManager.createNativeQuery("""
                SELECT e.id FROM audit_event e WHERE e.created >= ?1
                AND NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.event_id = e.id)
                AND NOT EXISTS (SELECT 1 FROM event_unsealed u WHERE u.event_id = e.id) LIMIT 1""")
                .setParameter(1, Timestamp.from(since)).getResultList();
        return ids.stream().map(UUID.class::cast).findFirst();
    }

    /** Whether an event says that this one was deleted, as it says of every deletion over the API, the console or a blueprint. */
    public boolean deletionNoted(UUID eventId) {
        return !entityManager.createNativeQuery("SELECT 1 FROM audit_event e WHERE e.context -> 'model' ->> 'pk' = ?1 AND e.action = 'model_deleted'"
                + " AND e.context -> 'model' ->> 'app' = 'authentik_events' AND e.context -> 'model' ->> 'model_name' = 'event'")
                .setParameter(1, eventId.toString()).setMaxResults(1).getResultList().isEmpty();
    }

    private List<EventLink> links(String sql, Object... parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new EventLink(number(row[0]), (UUID) row[1], (String) row[2], instant(row[3]),
                (Boolean) row[4], (String) row[5])).toList();
    }

    private static String array(List<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }
}
