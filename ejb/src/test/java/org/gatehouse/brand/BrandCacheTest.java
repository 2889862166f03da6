package org.gatehouse.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.brand.BrandRepository;
import org.gatehouse.type.ObjectChanged;
import org.junit.jupiter.api.Test;

class BrandCacheTest {

    private final MovableClock clock = new MovableClock();
    private final Rows rows = new Rows();
    private final BrandCache cache = Wired.with(new BrandCache(), rows, clock);
    private final RequestOrigin origin = new RequestOrigin();
    private final Brands brands = Wired.with(new Brands(), cache, origin);

    @Test
    void readsAgainAfterHalfAMinute() {
        cache.all();
        clock.advance(Duration.ofSeconds(29));
        cache.all();
        assertThat(rows.reads).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        cache.all();
        assertThat(rows.reads).isEqualTo(2);
    }

    @Test
    void readsAgainOnceABrandWasChanged() {
        cache.all();
        cache.forget(new ObjectChanged("authentik_core.user", "1", ObjectChanged.Change.UPDATED));
        cache.all();
        assertThat(rows.reads).isEqualTo(1);

        cache.forget(new ObjectChanged("authentik_brands.brand", "1", ObjectChanged.Change.UPDATED));
        cache.all();
        assertThat(rows.reads).isEqualTo(2);
    }

    @Test
    void aDatabaseWithoutBrandsHasTheLooksOfTheProduct() {
        assertThat(brands.current().getTitle()).isEqualTo("Gatehouse");
        assertThat(brands.current("elsewhere.example.com").getDomain()).isEmpty();
    }

    @Test
    void noDatabaseHasTheLooksThatWereReadLast() {
        rows.broken = true;
        assertThat(brands.current().getTitle()).isEqualTo("Gatehouse");

        rows.broken = false;
        rows.all.add(brand("id.example.com", "Example"));
        origin.arrived("192.0.2.1", "", "", "https://id.example.com:8443");
        assertThat(brands.current().getTitle()).isEqualTo("Example");

        rows.broken = true;
        clock.advance(Duration.ofMinutes(5));
        assertThat(brands.current().getTitle()).isEqualTo("Example");
    }

    private static Brand brand(String domain, String title) {
        Brand brand = new Brand();
        brand.setDomain(domain);
        brand.setTitle(title);
        return brand;
    }

    private static final class Rows extends BrandRepository {

        private final List<Brand> all = new ArrayList<>();
        private boolean broken;
        private int reads;

        @Override
        public List<Brand> findAll() {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            reads++;
            return all;
        }
    }
}
