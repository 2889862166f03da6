package org.gatehouse.policy.dummy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyType;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Waits a random time and says what it was told to say. */
@ApplicationScoped
@ObjectType(family = Family.POLICY, name = "dummy", model = "authentik_policies_dummy.dummypolicy", component = "ak-policy-dummy-form")
public class DummyPolicy implements PolicyType<DummyPolicySettings> {

    /** A wait that an interruption ends. */
    interface Pause {

        void of(Duration length) throws InterruptedException;
    }

    private final Pause pause;

    public DummyPolicy() {
        this(length -> TimeUnit.NANOSECONDS.sleep(length.toNanos()));
    }

    DummyPolicy(Pause pause) {
        this.pause = pause;
    }

    @Override
    public void check(DummyPolicySettings settings, FieldProblems problems) {
        if (settings.waitMax() < settings.waitMin()) {
            problems.add("wait_max", "The longest wait cannot be shorter than the shortest.");
        }
    }

    /** @throws IllegalStateException when it was interrupted while it waited */
    @Override
    public PolicyVerdict decide(PolicyRequest request, DummyPolicySettings settings) {
        try {
            pause.of(Duration.ofSeconds(ThreadLocalRandom.current().nextInt(settings.waitMin(), settings.waitMax() + 1)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The dummy policy was interrupted.", stopped);
        }
        return settings.result() ? PolicyVerdict.pass() : PolicyVerdict.deny();
    }

    @Override
    public boolean logsExecution(DummyPolicySettings settings) {
        return settings.executionLogging();
    }
}
