package org.gatehouse.model.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on consents. */
@ApplicationScoped
public class UserConsentRepository extends Repository<UserConsent, UUID> {

    /** What consents are listed by. */
    public static final ListColumns COLUMNS = ListColumns
            .of("user_consent o JOIN application a ON a.id = o.application_id JOIN user_account u ON u.id = o.user_id", "o.expires")
            .uuid("application", "o.application_id").filter("user", ListColumns.Kind.INTEGER, "o.user_id = ?")
            .numbered("o.num_pk").filter("pk", ListColumns.Kind.INTEGER, "o.num_pk = ?")
            .orders("expires").order("application", "a.name").order("user", "u.username").search("a.name", "u.username");

    public UserConsentRepository() {
        super(UserConsent.class, "join fetch o.user join fetch o.application a left join fetch a.provider");
    }

    /** The consent with this number. */
    public Optional<UserConsent> findByNumber(long numPk) {
        return only(query("""
                select c from UserConsent c join fetch c.user join fetch c.application a left join fetch a.provider
                where c.numPk = :number""").setParameter("number", numPk));
    }

    /** What a user has allowed, by the application's name. */
    public List<UserConsent> findByUser(long userId) {
        return query("""
                select c from UserConsent c join fetch c.user join fetch c.application a left join fetch a.provider
                where c.user.id = :user order by a.name""").setParameter("user", userId).getResultList();
    }

    /** Takes back what a user has allowed an application. */
    public void revoke(long userId, UUID applicationId) {
        entityManager.createQuery("delete from UserConsent c where c.user.id = :user and c.application.id = :application")
                .setParameter("user", userId).setParameter("application", applicationId).executeUpdate();
    }

    public Optional<UserConsent> find(long userId, UUID applicationId) {
        return only(query("select c from UserConsent c where c.user.id = :user and c.application.id = :application")
                .setParameter("user", userId).setParameter("application", applicationId));
    }
}
