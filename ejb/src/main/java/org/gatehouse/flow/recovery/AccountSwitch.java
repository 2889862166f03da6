package org.gatehouse.flow.recovery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowLauncher;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.url.LocalRedirect;

/**
 * Leads a browser to another account of the same person. A browser of Gatehouse is logged in to one account at a time, so the other one
 * begins with the brand's flow for it, and takes the place of the first when its owner has logged in.
 */
@Stateless
public class AccountSwitch {

    private static final String HOME = "/if/user/";

    @Inject
    private Brands brands;

    @Inject
    private FlowLauncher launcher;

    /**
     * The path where another account is added.
     *
     * @param next where it is to lead afterwards; what is no path of this server counts as nothing
     * @throws AccessDenied when nobody is logged in
     * @throws InvalidInput when the brand has no flow for it
     */
    public String add(Actor actor, Optional<String> next, String browserKey) {
        requireUser(actor);
        UUID flow = Optional.ofNullable(brands.current().getFlowUserSwitchId())
                .orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL, "No user switch flow set."));
        PlanContext context = new PlanContext().put(ContextKeys.REDIRECT, safe(next));
        return launcher.start(browserKey, new FlowStart(flow, context, List.of()));
    }

    /**
     * The path that leads on as the account that is wanted, which is the one the browser is logged in to.
     *
     * @throws InvalidInput when it is another
     */
    public String toOwn(Actor actor, long user, Optional<String> next) {
        requireUser(actor);
        if (actor.userId() != user) {
            throw new InvalidInput("user_pk", "This browser is not logged in to this account.");
        }
        return safe(next);
    }

    private static String safe(Optional<String> next) {
        return next.flatMap(LocalRedirect::safe).orElse(HOME);
    }

    private static void requireUser(Actor actor) {
        if (actor.userId() == null) {
            throw new AccessDenied("Nobody is logged in.");
        }
    }
}
