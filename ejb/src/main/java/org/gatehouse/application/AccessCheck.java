package org.gatehouse.application;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.provider.ApplicationAccess;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.ObjectNotFound;

/** Tells whether a user might enter an application, without anybody entering it. */
@Stateless
public class AccessCheck {

    @Inject
    private ApplicationRepository applications;

    @Inject
    private RegardedUser regarded;

    @Inject
    private LoginGate gate;

    @Inject
    private ApplicationAccess access;

    /** What the application's policies say about the actor, or about another user if a superuser asks. */
    public PolicyVerdict check(Actor actor, String slug, Optional<String> forUser) {
        Application application = applications.findBySlug(slug)
                .orElseThrow(() -> new ObjectNotFound("No Application matches the given query."));
        User user = regarded.find(actor, forUser);
        try {
            return access.decide(GuardedApplication.of(application), gate.admit(user.getId()), Map.of());
        } catch (LoginRefused refused) {
            return PolicyVerdict.deny("The account may not log in.");
        }
    }
}
