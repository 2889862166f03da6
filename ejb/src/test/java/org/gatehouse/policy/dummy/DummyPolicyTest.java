package org.gatehouse.policy.dummy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class DummyPolicyTest {

    private static final PolicyRequest REQUEST = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of());

    @Test
    void waitsWithinItsBoundsAndSaysWhatItWasTold() {
        List<Duration> waits = new ArrayList<>();
        DummyPolicy policy = new DummyPolicy(waits::add);

        for (int i = 0; i < 50; i++) {
            assertThat(policy.decide(REQUEST, new DummyPolicySettings(false, true, 2, 4)).passing()).isTrue();
            assertThat(policy.decide(REQUEST, new DummyPolicySettings(false, false, 2, 4)).passing()).isFalse();
        }

        assertThat(waits).allSatisfy(wait -> assertThat(wait.toSeconds()).isBetween(2L, 4L));
    }

    @Test
    void failsWhenItIsInterrupted() {
        DummyPolicy policy = new DummyPolicy(length -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> policy.decide(REQUEST, new DummyPolicySettings(false, true, 0, 0)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesALongestWaitBelowTheShortest() {
        FieldProblems problems = new FieldProblems();

        new DummyPolicy().check(new DummyPolicySettings(false, true, 5, 4), problems);

        assertThat(problems.byField()).containsOnlyKeys("wait_max");
    }
}
