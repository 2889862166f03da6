package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyThreadsTest {

    private final PolicyThreads threads = new PolicyThreads(Thread::new, 1, 1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        threads.close();
    }

    @Test
    void aPolicyThatDoesNotListenHoldsNobodyUp() throws Exception {
        for (int i = 0; i < PolicyThreads.MOST_REPLACED; i++) {
            PolicyThreads.Evaluation deaf = threads.start(this::hang, Duration.ofMillis(50));
            assertThatThrownBy(deaf::await).isInstanceOf(TimeoutException.class);
        }

        assertThat(threads.start(PolicyVerdict::pass, Duration.ofSeconds(10)).await()).isEqualTo(PolicyVerdict.pass());
    }

    @Test
    void butNotForEver() {
        for (int i = 0; i <= PolicyThreads.MOST_REPLACED; i++) {
            PolicyThreads.Evaluation deaf = threads.start(this::hang, Duration.ofMillis(50));
            assertThatThrownBy(deaf::await).isInstanceOf(TimeoutException.class);
        }

        threads.start(PolicyVerdict::pass, Duration.ofSeconds(10));
        assertThatThrownBy(() -> threads.start(PolicyVerdict::pass, Duration.ofSeconds(10))).isInstanceOf(RejectedExecutionException.class);
    }

    private PolicyVerdict hang() {
        while (true) {
            try {
                release.await();
                return PolicyVerdict.pass();
            } catch (InterruptedException ignored) {
                // Deaf.
                if (release.getCount() == 0) {
                    return PolicyVerdict.pass();
                }
            }
        }
    }
}
