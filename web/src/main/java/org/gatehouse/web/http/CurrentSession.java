package org.gatehouse.web.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.Login;
import org.gatehouse.session.Logins;

/** Who is behind the request's session cookie; looked up once per request, when somebody asks. */
@RequestScoped
public class CurrentSession {

    @Inject
    private HttpServletRequest request;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private Logins logins;

    private Optional<Login> login;

    /** The login, if it is alive and its user is still admitted. */
    public Optional<Login> login() {
        if (login == null) {
            login = cookies.sessionKey(request).flatMap(logins::find);
        }
        return login;
    }

    public Optional<LiveSession> session() {
        return login().map(Login::session);
    }

    public Optional<User> user() {
        return login().map(Login::user);
    }

    /** The user with their rights, or nobody. */
    public Actor actor() {
        return login().map(Login::actor).orElse(Actor.anonymous());
    }
}
