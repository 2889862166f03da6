package org.gatehouse.session;

import org.gatehouse.model.directory.User;

/** A user whom the {@link LoginGate} has admitted just now. Nothing else can make one. */
public final class AdmittedUser {

    private final User user;

    AdmittedUser(User user) {
        this.user = user;
    }

    public User user() {
        return user;
    }
}
