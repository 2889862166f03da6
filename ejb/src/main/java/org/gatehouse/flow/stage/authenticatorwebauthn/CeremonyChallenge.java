package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.PlanContext;

/**
 * Challenges, each in the plan it was drawn for and good for one answer, right or wrong. Registering and proving have one each, so that
 * neither can answer the other. Taken in the step that judges the answer, which happens once ({@code FlowSteps}).
 */
@ApplicationScoped
public class CeremonyChallenge {

    static final ContextKey<String> REGISTRATION = ContextKey.text("authenticator_webauthn.registration");
    static final ContextKey<String> ASSERTION = ContextKey.text("authenticator_webauthn.assertion");

    @Inject
    private RandomKeys keys;

    /** The challenge to show: 256 random bits in base64url, the same when the page is shown again. */
    String shown(PlanContext plan, ContextKey<String> ceremony) {
        if (!plan.has(ceremony)) {
            plan.put(ceremony, keys.urlSafe());
        }
        return plan.get(ceremony).orElseThrow();
    }

    /** Takes the challenge away; empty when none was shown. */
    Optional<String> take(PlanContext plan, ContextKey<String> ceremony) {
        Optional<String> challenge = plan.get(ceremony);
        plan.remove(ceremony);
        return challenge;
    }
}
