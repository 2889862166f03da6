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
}
