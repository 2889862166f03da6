package org.gatehouse.flow.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.LoginThrottle;
import org.gatehouse.directory.PasswordService;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.directory.User;
import org.gatehouse.token.Tokens;

/** Checks a password for the pending user of a flow, and notes in the plan how the user authenticated. */
@ApplicationScoped
public class PasswordCheck {

    private static final ContextKey<Long> FAILURES = ContextKey.number("password.failures");

    @Inject
    private PasswordService passwords;

    @Inject
    private Tokens tokens;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private Events events;

    @Inject
    private RequestOrigin origin;

    /**
     * Checks; a wrong password leaves a {@code login_failed} event, never with the password in it.
     *
     * @throws org.gatehouse.directory.password.TooManyPasswordChecks when the node is too busy; nothing counts as an attempt in this run
     */
    public PasswordVerdict check(FlowContext flow, PasswordStageSettings settings, String password) {
        Optional<User> user = flow.pendingUser();
        String account = user.map(found -> found.getId().toString()).orElseGet(() -> typed(flow));
        if (!throttle.attempt(account, origin.clientIp())) {
            return failed(flow, settings, user, PasswordVerdict.TOO_EARLY);
        }
        Optional<PasswordBackend> backend = recognise(user, settings, password);
        if (backend.isEmpty() || user.isEmpty() || !user.get().isActive()) {
            return failed(flow, settings, user, PasswordVerdict.WRONG);
        }
        throttle.succeeded(account, origin.clientIp());
        flow.plan().remove(FAILURES);
        flow.authenticated();
        flow.plan().put(ContextKeys.PENDING_USER, user.get().getId())
                .put(ContextKeys.AUTH_METHOD, backend.get() == PasswordBackend.APP_PASSWORD ? "token" : "password")
                .put(ContextKeys.USER_BACKEND, backend.get().wireName());
        return PasswordVerdict.RECOGNISED;
    }

    private Optional<PasswordBackend> recognise(Optional<User> user, PasswordStageSettings settings, String password) {
        return settings.backends().stream().filter(backend -> recognises(backend, user, password)).findFirst();
    }

    /** Nobody is asked for exactly as somebody is, so that the time taken does not tell which names exist. */
    private boolean recognises(PasswordBackend backend, Optional<User> user, String password) {
        return switch (backend) {
            case INBUILT -> passwords.verify(user.orElse(null), password);
            case APP_PASSWORD -> tokens.verifyAppPassword(user.orElse(null), password);
            case LDAP, KERBEROS -> false;
        };
    }

    private PasswordVerdict failed(FlowContext flow, PasswordStageSettings settings, Optional<User> user, PasswordVerdict why) {
        events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "stages.password", user.map(found -> Actor.of(found, false)).orElse(flow.actor()))
                .with("username", user.map(User::getUsername).orElseGet(() -> typed(flow)))
                .with("reason", reason(user, why)));
        long failures = flow.plan().get(FAILURES).orElse(0L) + 1;
        flow.plan().put(FAILURES, failures);
        return failures >= settings.failedAttemptsBeforeCancel() ? PasswordVerdict.EXHAUSTED : why;
    }

    /** For the administrator; the person at the browser learns none of this. */
    private static String reason(Optional<User> user, PasswordVerdict why) {
        if (why == PasswordVerdict.TOO_EARLY) {
            return "too many attempts";
        }
        return user.isEmpty() ? "unknown user" : user.get().isActive() ? "wrong password" : "wrong password or disabled user";
    }

    private static String typed(FlowContext flow) {
        return flow.plan().get(ContextKeys.PENDING_USER_IDENTIFIER).orElse("").toLowerCase(Locale.ROOT);
    }
}
