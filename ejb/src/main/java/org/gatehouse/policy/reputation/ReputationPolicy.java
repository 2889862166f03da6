package org.gatehouse.policy.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/**
 * Passes for a bad reputation: when logins from the address and under the name have failed so often that the sum of their scores is at
 * most the threshold. Bound to a captcha or a deny stage, it lets that stage appear for whoever guesses passwords.
 */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "reputation", model = "authentik_policies_reputation.reputationpolicy",
        component = "ak-policy-reputation-form")
public class ReputationPolicy implements PolicyType<ReputationPolicySettings> {

    private static final String SCORE = "reputation.score";
    private static final String TYPED_NAME = "pending_user_identifier";

    @Inject
    private Reputations reputations;

    public ReputationPolicy() {
    }

    ReputationPolicy(Reputations reputations) {
        this.reputations = reputations;
    }

    @Override
    public void check(ReputationPolicySettings settings, FieldProblems problems) {
        if (!settings.checkIp() && !settings.checkUsername()) {
            problems.add(FieldProblems.GENERAL, "Either the address or the name must be checked.");
        }
    }

    @Override
    public PolicyRequest gather(PolicyRequest request, ReputationPolicySettings settings) {
        return request.with(SCORE, reputations.score(settings.checkIp() ? request.clientIp() : Optional.empty(),
                settings.checkUsername() ? nameIn(request) : Optional.empty()));
    }

    @Override
    public PolicyVerdict decide(PolicyRequest request, ReputationPolicySettings settings) {
        return (Long) request.context().get(SCORE) <= settings.threshold() ? PolicyVerdict.pass() : PolicyVerdict.deny();
    }

    private static Optional<String> nameIn(PolicyRequest request) {
        return request.user().map(User::getUsername).or(() -> typedName(request));
    }

    private static Optional<String> typedName(PolicyRequest request) {
        Object typed = request.context().get(TYPED_NAME);
        if (typed instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        return typed instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public boolean logsExecution(ReputationPolicySettings settings) {
        return settings.executionLogging();
    }
}
