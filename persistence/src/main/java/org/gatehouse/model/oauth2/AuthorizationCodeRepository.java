package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on authorization codes. */
@ApplicationScoped
public class AuthorizationCodeRepository extends Repository<AuthorizationCode, UUID> {

    /** What codes are listed by. */
    public static final ListColumns COLUMNS = ListColumns
            .of("authorization_code o JOIN provider p ON p.id = o.provider_id JOIN user_account u ON u.id = o.user_id", "o.created DESC")
            .filter("provider", ListColumns.Kind.INTEGER, "p.num_pk = ?").filter("user", ListColumns.Kind.INTEGER, "o.user_id = ?")
            .numbered("o.num_pk").filter("pk", ListColumns.Kind.INTEGER, "o.num_pk = ?")
            .orders("expires").order("provider", "p.name").order("user", "u.username").search("p.name", "u.username");

    public AuthorizationCodeRepository() {
        super(AuthorizationCode.class, "join fetch o.user");
    }

    /** The code with this number. */
    public Optional<AuthorizationCode> findByNumber(long numPk) {
        return only(query("select c from AuthorizationCode c join fetch c.user where c.numPk = :number").setParameter("number", numPk));
    }

    /** Forgets every code of a user at a provider. */
    public void removeOf(long userId, UUID providerId) {
        entityManager.createQuery("delete from AuthorizationCode c where c.user.id = :user and c.providerId = :provider")
                .setParameter("user", userId).setParameter("provider", providerId).executeUpdate();
    }

    public Optional<AuthorizationCode> findByDigest(String digest) {
        return only(query("select c from AuthorizationCode c join fetch c.user where c.digest = :digest").setParameter("digest", digest));
    }

    /**
     * Uses the code up; true for exactly one caller in the cluster. Of two that come at the same moment PostgreSQL lets the second
     * wait for the first one's row lock and then evaluates the condition anew, so it finds the code redeemed and changes no row.
     */
    public boolean redeem(UUID id, Instant now) {
        return entityManager.createQuery("update AuthorizationCode c set c.redeemed = :now where c.id = :id and c.redeemed is null")
                .setParameter("now", now).setParameter("id", id).executeUpdate() == 1;
    }

    /** Uses up every code of a user; returns how many were good. */
    public int redeemAllOfUser(long userId, Instant now) {
        return entityManager.createQuery("update AuthorizationCode c set c.redeemed = :now where c.user.id = :user and c.redeemed is null")
                .setParameter("now", now).setParameter("user", userId).executeUpdate();
    }

    /** Uses up every code of a provider; returns how many were good. */
    public int redeemAllOfProvider(UUID providerId, Instant now) {
        return entityManager.createQuery("update AuthorizationCode c set c.redeemed = :now where c.providerId = :provider and c.redeemed is null")
                .setParameter("now", now).setParameter("provider", providerId).executeUpdate();
    }
}
