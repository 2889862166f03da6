package org.gatehouse.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on users. */
@ApplicationScoped
public class UserRepository extends Repository<User, Long> {

    public UserRepository() {
        super(User.class);
    }

    /** The user with this name, in any mixture of case. */
    public Optional<User> findByUsername(String username) {
        return only(query("select u from User u where lower(u.username) = lower(:username)").setParameter("username", username));
    }

    public Optional<User> findByUuid(UUID uuid) {
        return only(query("select u from User u where u.uuid = :uuid").setParameter("uuid", uuid));
    }

    /** The users with this address, in any mixture of case; addresses need not be unique. */
    public List<User> findByEmail(String email) {
        return query("select u from User u where lower(u.email) = lower(:email) and u.email <> '' order by u.id")
                .setParameter("email", email).setMaxResults(2).getResultList();
    }

    /** The users with this attribute {@code upn}, in any mixture of case. */
    @SuppressWarnings("unchecked")
    public List<User> findByUpn(String upn) {
        return entityManager.createNativeQuery(
                "SELECT u.* FROM user_account u WHERE lower(u.attributes ->> 'upn') = lower(?1) ORDER BY u.id", User.class)
                .setParameter(1, upn).setMaxResults(2).getResultList();
    }

    /**
     * Replaces a hash by another one of the same password. Does nothing when the password has been changed meanwhile, and leaves
     * the row's version alone: nobody's edit is in conflict with it.
     */
    public void replacePassword(long userId, String former, String encoded) {
        entityManager.createNativeQuery("UPDATE user_account SET password = ?1 WHERE id = ?2 AND password = ?3")
                .setParameter(1, encoded).setParameter(2, userId).setParameter(3, former).executeUpdate();
    }
}
