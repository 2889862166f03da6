package org.gatehouse.policy.geoip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestGeoDatabase;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.model.event.LoginPlace;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoIpPolicyTest {

    private static final String BERLIN = "192.0.2.1";
    private static final String HAMBURG = "192.0.2.129";
    private static final String SYDNEY = "198.51.100.1";

    private final MovableClock clock = new MovableClock();
    private final List<LoginPlace> logins = new ArrayList<>();
    private final List<Integer> lookedBack = new ArrayList<>();
    @TempDir
    private Path folder;
    private GeoDatabases geo;
    private GeoIpPolicy policy;

    @BeforeEach
    void open() {
        Path cities = new TestGeoDatabase().city("192.0.2.0/25", "EU", "DE", "Berlin", 52.52, 13.405)
                .city("192.0.2.128/25", "EU", "DE", "Hamburg", 53.551, 9.994)
                .city("198.51.100.0/24", "OC", "AU", "Sydney", -33.87, 151.21).write(folder.resolve("city.mmdb"));
        Path networks = new TestGeoDatabase().network("198.51.100.0/24", 64500, "Example").write(folder.resolve("asn.mmdb"));
        geo = new GeoDatabases(cities, networks, clock);
        policy = policyWith(geo);
    }

    @Test
    void passesInOneOfTheCountriesOrNetworks() {
        assertThat(decide(BERLIN, places(List.of(), "DE", "AT")).passing()).isTrue();
        assertThat(decide(SYDNEY, places(List.of(), "DE", "AT"))).isEqualTo(PolicyVerdict.deny(GeoIpPolicy.WRONG_PLACE));
        assertThat(decide(SYDNEY, places(List.of(64500L), "DE")).passing()).isTrue();
        assertThat(decide(BERLIN, places(List.of(64500L))).passing()).isFalse();
        assertThat(decide("203.0.113.1", places(List.of(), "DE")).passing()).isFalse();
        assertThat(decide("127.0.0.1", places(List.of())).passing()).isTrue();
    }

    @Test
    void comparesWithEarlierLogins() {
        logins.add(new LoginPlace(BERLIN, clock.instant().minus(Duration.ofDays(3))));

        assertThat(decide(BERLIN, history(100, 50)).passing()).isTrue();
        assertThat(decide(HAMBURG, history(100, 50))).isEqualTo(PolicyVerdict.deny(LoginDistances.TOO_FAR));
        assertThat(decide(HAMBURG, history(100, 200)).passing()).isTrue();
        assertThat(lookedBack).containsOnly(5);
    }

    @Test
    void refusesAWayThatNobodyTravelsInTheTime() {
        logins.add(new LoginPlace(BERLIN, clock.instant().minus(Duration.ofHours(2))));

        assertThat(decide(HAMBURG, travel()).passing()).isTrue();
        assertThat(decide(SYDNEY, travel())).isEqualTo(PolicyVerdict.deny(LoginDistances.TOO_FAST));
        clock.advance(Duration.ofHours(20));
        assertThat(decide(SYDNEY, travel()).passing()).isTrue();
    }

    @Test
    void leavesOutLoginsFromUnknownPlacesAndAFirstLoginPasses() {
        assertThat(decide(SYDNEY, travel()).passing()).isTrue();
        logins.add(new LoginPlace("203.0.113.1", clock.instant()));
        assertThat(decide(SYDNEY, travel()).passing()).isTrue();
    }

    @Test
    void whoeverIsNowhereDoesNotPass() {
        assertThat(decide("203.0.113.1", travel())).isEqualTo(PolicyVerdict.deny(GeoIpPolicy.NOWHERE));
        PolicyRequest nowhere = new PolicyRequest(Optional.of(TestUsers.alice()), Optional.empty(), "", Map.of());
        assertThat(policy.decide(nowhere, places(List.of(), "DE")).passing()).isFalse();
    }

    @Test
    void failsWithoutADatabaseInsteadOfDeciding() {
        policy = policyWith(new GeoDatabases(null, null, clock));
        assertThatThrownBy(() -> decide(BERLIN, places(List.of(), "DE"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gatehouse.geoip.city-database");
        assertThatThrownBy(() -> decide(BERLIN, places(List.of(1L)))).hasMessageContaining("gatehouse.geoip.asn-database");
        assertThatThrownBy(() -> decide(BERLIN, travel())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isUsedAgainOnlyWhereNothingButTheAddressCounts() {
        assertThat(policy.facts(request(BERLIN), places(List.of(), "DE"))).isEqualTo(policy.facts(request(BERLIN), places(List.of(), "DE")))
                .isNotEqualTo(policy.facts(request(SYDNEY), places(List.of(), "DE"))).isPresent();
        assertThat(policy.facts(request(BERLIN), travel())).isEmpty();
    }

    @Test
    void knowsWhatACountryIs() {
        FieldProblems problems = new FieldProblems();
        policy.check(places(List.of(-1L), "DE", "XX", "de", ""), problems);
        assertThat(problems.byField().get("countries")).hasSize(3);
        assertThat(problems.byField()).containsKey("asns");
        assertThat(Countries.all().toString()).contains("{\"code\":\"DE\",\"name\":\"Germany\"}");
    }

    private GeoIpPolicy policyWith(GeoDatabases databases) {
        return new GeoIpPolicy(databases, new LoginDistances(new AuditEventRepository() {
            @Override
            public List<LoginPlace> lastLogins(long userId, int count) {
                lookedBack.add(count);
                return logins;
            }
        }, databases, clock));
    }

    private PolicyVerdict decide(String ip, GeoIpPolicySettings settings) {
        return policy.decide(policy.gather(request(ip), settings), settings);
    }

    private static PolicyRequest request(String ip) {
        return new PolicyRequest(Optional.of(TestUsers.alice()), Optional.of(ip), "", Map.of());
    }

    private static GeoIpPolicySettings places(List<Long> asns, String... countries) {
        return new GeoIpPolicySettings(false, asns, List.of(countries), false, 100, 50, 5, false, 100);
    }

    private static GeoIpPolicySettings history(long most, int tolerance) {
        return new GeoIpPolicySettings(false, List.of(), List.of(), true, most, tolerance, 5, false, 100);
    }

    private static GeoIpPolicySettings travel() {
        return new GeoIpPolicySettings(false, List.of(), List.of(), false, 100, 50, 5, true, 100);
    }
}
