package org.gatehouse.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.brand.BrandRepository;
import org.gatehouse.type.ObjectChanged;

/**
 * The brands, which every page asks for: kept for half a minute at most, as another node may change one, and on the node that
 * changes one until the change commits. Whoever reads them changes nothing in them.
 */
@ApplicationScoped
class BrandCache {

    private static final Logger LOG = Logger.getLogger(BrandCache.class.getName());
    private static final String MODEL = "authentik_brands.brand";
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    private record Kept(List<Brand> brands, Instant read) {
    }

    @Inject
    private BrandRepository repository;

    @Inject
    private Clock clock;

    private volatile Kept kept;

    private final ReentrantLock reading = new ReentrantLock();

    /** All brands. When they cannot be read, those read last, or none: pages that tell of failures are branded as well. */
    List<Brand> all() {
        Kept last = kept;
        boolean fresh = last != null && last.read().plus(LONGEST_KEPT).isAfter(clock.instant());
        // Callers hold a database connection already. If each of them asked for a second one, they would wait for each other.
        if (fresh || last != null && !reading.tryLock()) {
            return last.brands();
        }
        if (last == null) {
            reading.lock();
        }
        try {
            return read(last);
        } finally {
            reading.unlock();
        }
    }

    private List<Brand> read(Kept last) {
        Kept meanwhile = kept;
        if (meanwhile != null && meanwhile != last) {
            return meanwhile.brands();
        }
        try {
            Instant now = clock.instant();
            List<Brand> brands = List.copyOf(repository.findAll());
            kept = new Kept(brands, now);
            return brands;
        } catch (RuntimeException unreadable) {
            LOG.log(Level.WARNING, "The brands cannot be read.", unreadable);
            return last == null ? List.of() : last.brands();
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (change.model().equals(MODEL)) {
            kept = null;
        }
    }
}
