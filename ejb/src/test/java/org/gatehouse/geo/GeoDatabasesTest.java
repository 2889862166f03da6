package org.gatehouse.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestGeoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoDatabasesTest {

    private final MovableClock clock = new MovableClock();
    @TempDir
    private Path folder;
    private Path cities;
    private GeoDatabases geo;

    @BeforeEach
    void write() {
        cities = new TestGeoDatabase().city("192.0.2.0/24", "EU", "DE", "Berlin", 52.52, 13.405).write(folder.resolve("city.mmdb"));
        Path networks = new TestGeoDatabase().network("192.0.2.0/25", 64500, "Example").write(folder.resolve("asn.mmdb"));
        geo = new GeoDatabases(cities, networks, clock);
    }

    @Test
    void knowsWhereAnAddressIs() {
        assertThat(geo.findPlace("192.0.2.7")).contains(new GeoPlace("EU", "DE", "Berlin", new GeoPoint(52.52, 13.405)));
        assertThat(geo.findPlace("192.0.2.7").orElseThrow().toJson().toString())
                .isEqualTo("{\"continent\":\"EU\",\"country\":\"DE\",\"city\":\"Berlin\",\"lat\":52.52,\"long\":13.405}");
        assertThat(geo.findNetwork("192.0.2.7")).contains(new AutonomousSystem(64500, "Example"));
        assertThat(geo.hasPlaces()).isTrue();
        assertThat(geo.hasNetworks()).isTrue();
    }

    @Test
    void tellsExpressionsWhatIsKnown() {
        assertThat(new KnownPlaces(geo).of("192.0.2.7")).containsExactly(entry("continent", "EU"), entry("country", "DE"), entry("city", "Berlin"),
                entry("lat", 52.52), entry("long", 13.405), entry("asn", 64500L), entry("as_org", "Example"));
        assertThat(new KnownPlaces(geo).of("127.0.0.1")).isEmpty();
    }

    @Test
    void saysNothingAboutWhatItDoesNotKnow() {
        for (String ip : new String[] {"198.51.100.1", "127.0.0.1", "::1", "localhost", "", "192.0.2.7.8", "gatehouse.example"}) {
            assertThat(geo.findPlace(ip)).as(ip).isEmpty();
            assertThat(geo.findNetwork(ip)).as(ip).isEmpty();
        }
        assertThat(geo.findNetwork("192.0.2.200")).isEmpty();
    }

    @Test
    void takesANewFileWithoutARestart() throws IOException {
        Object before = geo.version();
        assertThat(geo.findPlace("192.0.2.7")).isPresent();
        new TestGeoDatabase().city("192.0.2.0/24", "NA", "CA", "Ottawa", 45.4, -75.7).write(cities);
        Files.setLastModifiedTime(cities, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(geo.findPlace("192.0.2.7").orElseThrow().country()).as("before it looks again").isNotNull();

        clock.advance(Duration.ofMinutes(1));

        assertThat(geo.findPlace("192.0.2.7").orElseThrow().country()).isEqualTo("CA");
        assertThat(geo.version()).isNotEqualTo(before);
    }

    @Test
    void keepsTheOldFileWhenTheNewOneIsBroken() throws IOException {
        assertThat(geo.findPlace("192.0.2.7")).isPresent();
        Path other = folder.resolve("other.mmdb");
        Files.writeString(other, "not a database");
        Files.move(other, cities, StandardCopyOption.REPLACE_EXISTING);

        clock.advance(Duration.ofMinutes(1));

        assertThat(geo.findPlace("192.0.2.7").orElseThrow().city()).isEqualTo("Berlin");
    }

    @Test
    void worksWithoutAnyFile() {
        GeoDatabases none = new GeoDatabases(null, folder.resolve("missing.mmdb"), clock);
        assertThat(none.hasPlaces()).isFalse();
        assertThat(none.hasNetworks()).isFalse();
        assertThat(none.findPlace("192.0.2.7")).isEmpty();
        assertThat(none.findNetwork("192.0.2.7")).isEmpty();
    }

    @Test
    void measuresDistances() {
        GeoPoint berlin = new GeoPoint(52.52, 13.405);
        assertThat(berlin.kilometresTo(new GeoPoint(48.137, 11.575))).isCloseTo(504, within(3.0));
        assertThat(berlin.kilometresTo(berlin)).isZero();
        assertThat(new GeoPoint(0, 179.5).kilometresTo(new GeoPoint(0, -179.5))).isCloseTo(111.2, within(0.5));
    }
}
