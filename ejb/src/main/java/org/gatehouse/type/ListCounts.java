package org.gatehouse.type;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.Listing;

/**
 * How many objects a list has in all. The database has to look at each of them to tell, so a large number is remembered: for five
 * seconds, and not past a change on this node. A small one is counted each time.
 */
@ApplicationScoped
public class ListCounts {

    private static final long LARGE = 5_000;
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 500;

    private Clock clock;
    private ReadCache<Question, Long> large;

    /** What was counted, whatever its order and page. */
    private record Question(String from, String where, List<Object> parameters) {
    }

    /** For the container's proxy. */
    protected ListCounts() {
    }

    @Inject
    public ListCounts(Clock clock) {
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        large = new ReadCache<>(MOST_KEPT, LONGEST_KEPT, clock);
    }

    /** The number of rows of the listing on all its pages together. */
    long of(Listing listing, ToLongFunction<Listing> count) {
        AtomicLong counted = new AtomicLong();
        Optional<Long> remembered = large.get(new Question(listing.from(), listing.where(), listing.parameters()), question -> {
            counted.set(count.applyAsLong(listing));
            return Optional.of(counted.get()).filter(number -> number >= LARGE);
        });
        return remembered.orElseGet(counted::get);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        large.forget(question -> true);
    }
}
