package org.gatehouse.model.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.Repository;

/** Queries on invitations. */
@ApplicationScoped
public class InvitationRepository extends Repository<Invitation, UUID> {

    /** What invitations are listed by. */
    public static final ListColumns COLUMNS = ListColumns
            .of("invitation o LEFT JOIN user_account u ON u.id = o.created_by LEFT JOIN flow f ON f.id = o.flow_id", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").bool("single_use", "o.single_use")
            .filter("expires", Kind.INSTANT, "o.expires = ?")
            .filter("created_by__username", Kind.TEXT, "lower(u.username) = lower(?)")
            .text("flow__slug", "f.slug")
            .orders("name", "expires", "single_use").order("created_by__username", "u.username").order("flow__slug", "f.slug")
            .search("o.name", "u.username", "f.slug");

    public InvitationRepository() {
        super(Invitation.class, "left join fetch o.createdBy");
    }

    /**
     * Uses up a single-use invitation. Of several callers at the same moment, on whatever nodes, the row goes away for one.
     *
     * @return whether this caller has used it
     */
    public boolean redeem(UUID id, Instant now) {
        return entityManager.createNativeQuery("DELETE FROM invitation WHERE id = ?1 AND single_use AND (expires IS NULL OR expires > ?2)")
                .setParameter(1, id).setParameter(2, Timestamp.from(now)).executeUpdate() == 1;
    }
}
