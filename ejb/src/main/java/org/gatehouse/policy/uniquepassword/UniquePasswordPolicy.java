package org.gatehouse.policy.uniquepassword;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Passes when the password that was typed is none of the user's latest. Each comparison is a hash in the product's own budget for
 * them, one after the other, and stops when the time for the policy is over.
 */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "unique_password", model = "authentik_policies_unique_password.uniquepasswordpolicy",
        component = "ak-policy-password-uniqueness-form")
public class UniquePasswordPolicy implements PolicyType<UniquePasswordPolicySettings> {

    private static final String FORMER = "unique_password.former";

    static final String MISSING = "There is no password to check.";
    static final String USED = "This password was used before. Please choose another one.";

    @Inject
    private FormerPasswords former;

    @Inject
    private PasswordHasher hasher;

    public UniquePasswordPolicy() {
    }

    UniquePasswordPolicy(FormerPasswords former, PasswordHasher hasher) {
        this.former = former;
        this.hasher = hasher;
    }

    @Override
    public PolicyRequest gather(PolicyRequest request, UniquePasswordPolicySettings settings) {
        return request.with(FORMER, request.user().filter(user -> user.getId() != null)
                .map(user -> former.latest(user, settings.numHistoricalPasswords())).orElse(List.of()));
    }

    /**
     * @throws org.gatehouse.directory.password.TooManyPasswordChecks when the node is too busy
     * @throws IllegalStateException when it was interrupted
     */
    @Override
    public PolicyVerdict decide(PolicyRequest request, UniquePasswordPolicySettings settings) {
        Optional<String> typed = request.prompted(settings.passwordField()).filter(password -> !password.isEmpty());
        if (typed.isEmpty()) {
            return PolicyVerdict.deny(MISSING);
        }
        return isUsed(typed.get(), (List<?>) request.context().get(FORMER)) ? PolicyVerdict.deny(USED) : PolicyVerdict.pass();
    }

    private boolean isUsed(String password, List<?> hashes) {
        for (Object encoded : hashes) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("The comparison with former passwords was interrupted.");
            }
            if (hasher.matches(password, (String) encoded)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean logsExecution(UniquePasswordPolicySettings settings) {
        return settings.executionLogging();
    }
}
