package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;

/** Checks and sets the passwords of the product's own accounts. */
@Stateless
public class PasswordService {

    /** Sets the password and ends the user's sessions, but for one if given. */
    public void set(User user, String password, Actor actor, Optional<UUID> kept) {
        throw new UnsupportedOperationException();
    }
}
