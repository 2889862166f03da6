package org.gatehouse.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.access.Actor;
import org.junit.jupiter.api.Test;

class DeferredEventsTest {

    private final List<String> written = new CopyOnWriteArrayList<>();

    @Test
    void writesInOrderAndFinishesAtTheEnd() {
        DeferredEvents deferred = new DeferredEvents(Thread::new, event -> written.add(event.draft().app()));
        for (int i = 0; i < 50; i++) {
            deferred.offer(event("app " + i));
        }
        deferred.close();

        assertThat(written).hasSize(50).startsWith("app 0", "app 1").endsWith("app 49");
    }

    @Test
    void neverWaitsHoweverManyCome() {
        CountDownLatch release = new CountDownLatch(1);
        DeferredEvents deferred = new DeferredEvents(Thread::new, event -> {
            await(release);
            written.add(event.draft().app());
        });
        for (int i = 0; i < DeferredEvents.MOST_WAITING + 500; i++) {
            deferred.offer(event("app"));
        }
        release.countDown();
        deferred.close();

        assertThat(written).hasSize(DeferredEvents.MOST_WAITING + 1);
    }

    @Test
    void goesOnAfterAnEventThatCannotBeWritten() {
        DeferredEvents deferred = new DeferredEvents(Thread::new, event -> {
            if (event.draft().app().equals("bad")) {
                throw new IllegalStateException("no database");
            }
            written.add(event.draft().app());
        });
        deferred.offer(event("bad"));
        deferred.offer(event("good"));
        deferred.close();

        assertThat(written).containsExactly("good");
    }

    @Test
    void takesNothingAnyMoreWhenItIsClosed() {
        DeferredEvents deferred = new DeferredEvents(Thread::new, event -> written.add("late"));
        deferred.close();
        deferred.offer(event("late"));

        assertThat(written).isEmpty();
    }

    private static StampedEvent event(String app) {
        return new StampedEvent(EventDraft.of("login_failed", app, Actor.anonymous()), new EventStamp(Instant.EPOCH, "192.0.2.1", ""));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
