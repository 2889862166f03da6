package org.gatehouse.model.policy;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * How logins under one name from one address have gone: below zero for failures, above for successes. Written by
 * {@link ReputationRepository#apply} only.
 */
@Entity
@Table(name = "reputation")
public class Reputation {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String identifier;

    @Column(updatable = false)
    private String ip;

    private JsonObject geo;

    private JsonObject asn;

    private long score;

    private Instant updated;

    private Instant expires;

    public UUID getId() {
        return id;
    }

    /** What was typed as the name, or the name of the user who logged in. */
    public String getIdentifier() {
        return identifier;
    }

    /** The address; of an IPv6 address the network it is in. */
    public String getIp() {
        return ip;
    }

    /** Where the address was found to be, or empty. */
    public JsonObject getGeo() {
        return geo;
    }

    /** Whose network the address was found to be in, or empty. */
    public JsonObject getAsn() {
        return asn;
    }

    /** The score when it was written last; it fades from then on. */
    public long getScore() {
        return score;
    }

    public Instant getUpdated() {
        return updated;
    }

    public Instant getExpires() {
        return expires;
    }
}
