package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.geo.GeoDatabases;
import org.junit.jupiter.api.Test;

class SessionBindingTest {

    private final RequestPlaces places = Wired.with(new RequestPlaces(), new GeoDatabases(null, null, new MovableClock()));

    private SessionBinding bound(BoundFact... facts) {
        return SessionBinding.of(Set.of(facts), places.of("192.0.2.17"));
    }

    @Test
    void anAddressStaysTheSame() {
        assertThat(bound(BoundFact.IP).brokenBy(places.of("192.0.2.17"))).isEmpty();
        assertThat(bound(BoundFact.IP).brokenBy(places.of("192.0.2.18"))).contains(BoundFact.IP);
    }

    @Test
    void aNetworkIsTwentyFourBitsOrFortyEight() {
        assertThat(bound(BoundFact.NETWORK).brokenBy(places.of("192.0.2.200"))).isEmpty();
        assertThat(bound(BoundFact.NETWORK).brokenBy(places.of("192.0.3.17"))).contains(BoundFact.NETWORK);
        SessionBinding six = SessionBinding.of(Set.of(BoundFact.NETWORK), places.of("2001:db8:1:2::1"));
        assertThat(six.brokenBy(places.of("2001:db8:1:ffff::2"))).isEmpty();
        assertThat(six.brokenBy(places.of("2001:db8:2::1"))).contains(BoundFact.NETWORK);
    }

    @Test
    void whatCannotBeKnownBindsNobody() {
        assertThat(bound(BoundFact.ASN, BoundFact.CITY).isNone()).isTrue();
        SessionBinding formerly = new SessionBinding(Map.of(BoundFact.ASN, "64500"));
        assertThat(formerly.brokenBy(places.of("192.0.2.17"))).isEmpty();
    }

    @Test
    void isStoredAndReadAgain() {
        SessionBinding binding = bound(BoundFact.IP, BoundFact.NETWORK);

        assertThat(SessionBinding.read(binding.toJson())).isEqualTo(binding);
        assertThat(SessionBinding.read(null)).isEqualTo(SessionBinding.NONE);
    }

    @Test
    void takesATextThatIsNoAddressAsItIs() {
        assertThat(places.of("unknown")).containsEntry(BoundFact.NETWORK, "unknown");
    }
}
