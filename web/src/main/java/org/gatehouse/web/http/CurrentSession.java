package org.gatehouse.web.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.LiveSession;

/** The login this request comes with. */
@RequestScoped
public class CurrentSession {

    public Optional<LiveSession> session() {
        throw new UnsupportedOperationException();
    }

    public Actor actor() {
        throw new UnsupportedOperationException();
    }

    public Optional<User> user() {
        throw new UnsupportedOperationException();
    }
}
