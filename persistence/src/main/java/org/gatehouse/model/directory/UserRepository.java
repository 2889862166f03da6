package org.gatehouse.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
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

    /**
     * Replaces a hash by another one of the same password. Does nothing when the password has been changed meanwhile, and leaves
     * the row's version alone: nobody's edit is in conflict with it.
     */
    public void replacePassword(long userId, String former, String encoded) {
        entityManager.createNativeQuery("UPDATE user_account SET password = ?1 WHERE id = ?2 AND password = ?3")
                .setParameter(1, encoded).setParameter(2, userId).setParameter(3, former).executeUpdate();
    }
}
