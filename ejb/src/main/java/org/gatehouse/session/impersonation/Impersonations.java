package org.gatehouse.session.impersonation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.directory.account.AccountRights;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.session.Impersonator;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.Login;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.session.OpenedSession;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;

/** Lets administrators see the product as one of its users does. */
@Stateless
public class Impersonations {

    private static final int LONGEST_REASON = 1000;

    @Inject
    private AccountRights rights;

    @Inject
    private LoginGate gate;

    @Inject
    private Sessions sessions;

    @Inject
    private Events events;

    /**
     * Begins to act as a user.
     *
     * @param login the browser's login; empty when the caller has none, such as a program with a token
     * @param userKey as whom
     * @param reason why, for the log
     * @return the login for the browser, in place of the one it has
     * @throws org.gatehouse.access.AccessDenied when the actor may not act as this user
     * @throws InvalidInput when there is no login or no reason, or the user is the actor, disabled, or somebody the actor acts as already
     */
    public OpenedSession begin(Actor actor, Optional<Login> login, String userKey, String reason) {
        User target = rights.require(actor, SpecialPermission.IMPERSONATE, userKey);
        LiveSession original = login.map(Login::session).orElseThrow(() -> refused("Only somebody who is logged in with a browser can act as a user."));
        if (original.impersonator().isPresent()) {
            throw refused("End the present impersonation first.");
        }
        if (actor.is(target)) {
            throw refused("You cannot impersonate yourself.");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Say why, in at most " + LONGEST_REASON + " characters.");
        }
        Impersonator impersonator = new Impersonator(original.id(), actor.userId(), actor.username());
        try {
            OpenedSession opened = sessions.impersonate(original, impersonator, gate.admit(target.getId()));
            record(EventAction.IMPERSONATION_STARTED, actor, target, reason.strip());
            return opened;
        } catch (LoginRefused disabled) {
            throw refused("This account cannot log in.");
        }
    }

    /**
     * Ends acting as a user.
     *
     * @return the login of before, under a new key; empty when it has ended meanwhile
     * @throws InvalidInput when the login is nobody's but its user's
     */
    public Optional<OpenedSession> end(Login login) {
        Impersonator impersonator = login.session().impersonator().orElseThrow(() -> refused("There is no impersonation to end."));
        Actor actor = new Actor(impersonator.userId(), impersonator.username(), false, false);
        record(EventAction.IMPERSONATION_ENDED, actor, login.user(), "");
        sessions.end(login.session().id());
        return sessions.rekey(impersonator.session());
    }

    private void record(String action, Actor actor, User target, String reason) {
        EventDraft draft = EventDraft.of(action, "core", actor).with("username", target.getUsername()).with("user_pk", target.getId().toString());
        events.recordWithin(reason.isEmpty() ? draft : draft.with("reason", reason));
    }

    private static InvalidInput refused(String sentence) {
        return new InvalidInput(FieldProblems.GENERAL, sentence);
    }
}
