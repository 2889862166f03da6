package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.model.config.Policy;
import org.gatehouse.type.ObjectChanged;
import org.junit.jupiter.api.Test;

class VerdictCacheTest {

    private final MovableClock clock = new MovableClock();
    private final VerdictCache verdicts = new VerdictCache(clock);

    @Test
    void findsAVerdictForThePolicyAndTheFactsOnly() {
        Policy policy = policy();
        verdicts.keep(policy, "facts", PolicyVerdict.deny("No."));

        assertThat(verdicts.find(policy, "facts")).contains(PolicyVerdict.deny("No."));
        assertThat(verdicts.find(policy, "other facts")).isEmpty();
        assertThat(verdicts.find(policy(), "facts")).isEmpty();
    }

    @Test
    void aChangedPolicyHasNoVerdictsWhereverItWasChanged() throws ReflectiveOperationException {
        Policy policy = policy();
        verdicts.keep(policy, "facts", PolicyVerdict.pass());
        var version = policy.getClass().getSuperclass().getDeclaredField("version");
        version.setAccessible(true);
        version.set(policy, 1L);

        assertThat(verdicts.find(policy, "facts")).isEmpty();
    }

    @Test
    void forgetsWhatWasChangedHere() {
        Policy one = policy();
        Policy other = policy();
        verdicts.keep(one, "facts", PolicyVerdict.pass());
        verdicts.keep(other, "facts", PolicyVerdict.pass());

        verdicts.forget(new ObjectChanged("authentik_policies_geoip.geoippolicy", one.getId().toString(), ObjectChanged.Change.UPDATED));

        assertThat(verdicts.size()).isEqualTo(1);
        assertThat(verdicts.find(other, "facts")).isPresent();
    }

    @Test
    void forgetsWithTimeAndOnDemand() {
        Policy policy = policy();
        verdicts.keep(policy, "facts", PolicyVerdict.pass());
        clock.advance(Duration.ofMinutes(5));
        assertThat(verdicts.find(policy, "facts")).isEmpty();
        assertThat(verdicts.size()).isZero();

        verdicts.keep(policy, "facts", PolicyVerdict.pass());
        verdicts.clear();
        assertThat(verdicts.find(policy, "facts")).isEmpty();
    }

    @Test
    void neverHoldsMoreThanItMay() {
        Policy policy = policy();
        for (int i = 0; i < 10_500; i++) {
            verdicts.keep(policy, i, PolicyVerdict.pass());
        }
        assertThat(verdicts.size()).isEqualTo(10_000);
        assertThat(verdicts.find(policy, 0)).isEmpty();
        assertThat(verdicts.find(policy, 10_499)).isPresent();
    }

    @Test
    void keepsNoFailures() {
        verdicts.keep(policy(), "facts", PolicyVerdict.failure());
        verdicts.keep(policy(), "facts", null);
        assertThat(verdicts.size()).isZero();
    }

    private static Policy policy() {
        Policy policy = new Policy();
        policy.setId(UUID.randomUUID());
        return policy;
    }
}
