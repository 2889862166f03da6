package org.gatehouse.policy.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Says whether a password that was typed into a prompt may be used: by rules about its characters, by whether it is known from a
 * breach, and by how hard it is to guess. The cheap questions are asked first. No verdict, event or log line holds the password.
 */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "password", model = "authentik_policies_password.passwordpolicy",
        component = "ak-policy-password-form")
public class PasswordPolicy implements PolicyType<PasswordPolicySettings> {

    static final String MISSING = "There is no password to check.";
    static final String PWNED = "This password is known from a data breach. Please choose another one.";
    static final String WEAK = "This password is too easy to guess. Please choose a longer or less common one.";

    @Inject
    private PwnedPasswords pwned;

    public PasswordPolicy() {
    }

    PasswordPolicy(PwnedPasswords pwned) {
        this.pwned = pwned;
    }

    /** @throws IllegalStateException when the service that knows the breaches does not answer */
    @Override
    public PolicyVerdict decide(PolicyRequest request, PasswordPolicySettings settings) {
        Optional<String> typed = request.prompted(settings.passwordField()).filter(password -> !password.isEmpty());
        if (typed.isEmpty() || typed.get().length() > PasswordHasher.LONGEST_PASSWORD) {
            return PolicyVerdict.deny(MISSING);
        }
        PolicyVerdict rules = settings.checkStaticRules() ? CharacterRules.check(typed.get(), settings) : PolicyVerdict.pass();
        if (rules.passing() && settings.checkZxcvbn() && GuessEstimate.of(typed.get(), request.user()) <= settings.zxcvbnScoreThreshold()) {
            return PolicyVerdict.deny(WEAK);
        }
        return rules.passing() && settings.checkHaveIBeenPwned() ? notPwned(typed.get(), settings) : rules;
    }

    private PolicyVerdict notPwned(String password, PasswordPolicySettings settings) {
        try {
            return pwned.count(password) > settings.hibpAllowedCount() ? PolicyVerdict.deny(PWNED) : PolicyVerdict.pass();
        } catch (OutgoingFailure unreachable) {
            throw new IllegalStateException("The service that knows breached passwords did not answer: " + unreachable.getMessage(), unreachable);
        }
    }

    @Override
    public boolean logsExecution(PasswordPolicySettings settings) {
        return settings.executionLogging();
    }
}
