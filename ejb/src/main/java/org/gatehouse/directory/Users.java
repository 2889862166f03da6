package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.InvalidInput;

/** Makes and finds accounts for the product's own services; administrators write them through their model. */
@Stateless
public class Users {

    @Inject
    private UserRepository repository;

    @Inject
    private Clock clock;

    /**
     * Makes an active account without a usable password.
     *
     * @throws InvalidInput when the name is taken
     */
    public User create(NewUser draft) {
        if (repository.findByUsername(draft.username()).isPresent()) {
            throw new InvalidInput("username", "This field must be unique.");
        }
        Instant now = clock.instant();
        User user = new User();
        user.setUuid(UUID.randomUUID());
        user.setUsername(draft.username());
        user.setName(draft.name());
        user.setEmail(draft.email());
        user.setType(draft.type());
        user.setPath(draft.path());
        user.setDateJoined(now);
        user.setLastUpdated(now);
        user.changePassword(null, now);
        repository.add(user);
        repository.flush();
        return user;
    }

    /** The account with this name, in any mixture of case. */
    public Optional<User> findByUsername(String username) {
        return repository.findByUsername(username);
    }

    /** The account with this permanent id. */
    public Optional<User> findByUuid(UUID uuid) {
        return repository.findByUuid(uuid);
    }
}
