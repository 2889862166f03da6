package org.gatehouse.policy.passwordexpiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Passes while the user's password is young enough. An older one becomes unusable, unless the policy is to deny only. */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "password_expiry", model = "authentik_policies_expiry.passwordexpirypolicy",
        component = "ak-policy-password-expiry-form")
public class PasswordExpiryPolicy implements PolicyType<PasswordExpiryPolicySettings> {

    static final String NOBODY = "There is no user whose password could be checked.";
    static final String EXPIRED = "The password has expired.";

    @Inject
    private ExpiredPasswords expired;

    @Inject
    private Clock clock;

    public PasswordExpiryPolicy() {
    }

    PasswordExpiryPolicy(ExpiredPasswords expired, Clock clock) {
        this.expired = expired;
        this.clock = clock;
    }

    @Override
    public PolicyVerdict decide(PolicyRequest request, PasswordExpiryPolicySettings settings) {
        return request.user().map(user -> decide(user, request.isTrial(), settings)).orElseGet(() -> PolicyVerdict.deny(NOBODY));
    }

    private PolicyVerdict decide(User user, boolean trial, PasswordExpiryPolicySettings settings) {
        Instant end = user.getPasswordChangeDate().plus(Duration.ofDays(settings.days()));
        if (end.isAfter(clock.instant())) {
            return PolicyVerdict.pass();
        }
        if (settings.denyOnly()) {
            long days = Duration.between(end, clock.instant()).toDays();
            return PolicyVerdict.deny("The password expired " + days + " days ago. Please choose a new one.");
        }
        if (!trial) {
            expired.disable(user);
        }
        return PolicyVerdict.deny(EXPIRED);
    }

    @Override
    public boolean logsExecution(PasswordExpiryPolicySettings settings) {
        return settings.executionLogging();
    }
}
