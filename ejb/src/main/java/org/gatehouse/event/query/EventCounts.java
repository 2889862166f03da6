package org.gatehouse.event.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.Listing;
import org.gatehouse.model.event.AuditEventRepository;

/**
 * How many events a list has. Up to {@value #EXACT} are counted; how many there are beyond that the database reckons from its
 * statistics, as counting millions at each page would cost more than the page.
 */
@ApplicationScoped
public class EventCounts {

    static final int EXACT = 10_000;

    @Inject
    private AuditEventRepository events;

    /** The number of events on all pages together; exact while it is no larger than {@value #EXACT} and their words are rare. */
    public long of(EventListings.Question question) {
        Listing listing = question.listing();
        if (question.share().isPresent()) {
            long all = of(new EventListings.Question(question.unsearched(), Optional.empty(), question.unsearched()));
            return all <= EXACT ? events.countUpTo(listing, all) : Math.round(question.share().get() * all);
        }
        long counted = events.countUpTo(listing, EXACT + 1L);
        return counted <= EXACT ? counted : Math.max(counted, events.estimate(listing));
    }
}
