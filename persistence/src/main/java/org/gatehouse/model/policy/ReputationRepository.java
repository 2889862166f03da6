package org.gatehouse.model.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on reputation scores. A score fades: what it counts for is computed from when it was written, not rewritten by a job. */
@ApplicationScoped
public class ReputationRepository extends Repository<Reputation, UUID> {

    /** What scores are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("reputation o", "o.updated DESC")
            .uuid("pk", "o.id").text("identifier", "o.identifier").text("identifier_in", "o.identifier").text("ip", "o.ip")
            .filter("score", ListColumns.Kind.INTEGER, "o.score = ?")
            .orders("identifier", "ip", "score", "updated")
            .search("o.identifier", "o.ip");

    /** What a row counts for at the moment {@code ?1}; {@code ?2} is the time one point takes to fade, in seconds. */
    private static final String FADED = "CASE WHEN r.expires <= ?1 THEN 0 ELSE sign(r.score)"
            + " * greatest(abs(r.score) - floor(greatest(extract(epoch FROM CAST(?1 AS timestamptz) - r.updated), 0) / ?2), 0) END";

    public ReputationRepository() {
        super(Reputation.class);
    }

    /**
     * Adds changes to scores, one statement for all of them, in an order in which two nodes cannot wait for each other.
     *
     * @param changes objects with {@code identifier}, {@code ip}, {@code change}, {@code geo} and {@code asn}; each pair of
     *     identifier and address at most once
     */
    public void apply(JsonArray changes, ReputationRules rules, Instant now) {
        entityManager.createNativeQuery("INSERT INTO reputation AS r (id, identifier, ip, geo, asn, score, updated, expires)"
                        + " SELECT gen_random_uuid(), c.identifier, c.ip, c.geo, c.asn, greatest(?3, least(?4, c.change)),"
                        + " CAST(?1 AS timestamptz), CAST(?5 AS timestamptz)"
                        + " FROM jsonb_to_recordset(CAST(?6 AS jsonb)) AS c(identifier text, ip text, change bigint, geo jsonb, asn jsonb)"
                        + " ORDER BY c.identifier, c.ip ON CONFLICT (identifier, ip) DO UPDATE SET geo = excluded.geo, asn = excluded.asn,"
                        + " updated = excluded.updated, expires = excluded.expires,"
                        + " score = greatest(?3, least(?4, " + FADED + " + excluded.score))")
                .setParameter(1, Timestamp.from(now)).setParameter(2, rules.fading().toSeconds())
                .setParameter(3, rules.lowest()).setParameter(4, rules.highest())
                .setParameter(5, Timestamp.from(now.plus(rules.lifetime()))).setParameter(6, changes.toString()).executeUpdate();
    }

    /**
     * The sum of what the scores of an address and of a name count for now.
     *
     * @param ip the address, or null to leave it out
     * @param identifier the name, or null to leave it out
     */
    public long score(String ip, String identifier, ReputationRules rules, Instant now) {
        Object sum = entityManager.createNativeQuery("SELECT coalesce(sum(" + FADED + "), 0) FROM reputation r"
                        + " WHERE r.ip = CAST(?3 AS text) OR r.identifier = CAST(?4 AS text)")
                .setParameter(1, Timestamp.from(now)).setParameter(2, rules.fading().toSeconds())
                .setParameter(3, ip).setParameter(4, identifier).getSingleResult();
        return ((Number) sum).longValue();
    }

    /** Deletes all but the rows written last, and returns how many went. */
    public int keepNewest(int rows) {
        return entityManager.createNativeQuery("DELETE FROM reputation WHERE id IN (SELECT id FROM reputation ORDER BY updated DESC OFFSET ?1)")
                .setParameter(1, rows).executeUpdate();
    }
}
