package org.gatehouse.geo;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.expression.IpNetwork;

/**
 * Where addresses are, from files in MaxMind's format that the operator provides: {@code gatehouse.geoip.city-database} (GeoLite2 City
 * and the like) and {@code gatehouse.geoip.asn-database}. Without a file nothing is known; nobody is asked over the net.
 */
@ApplicationScoped
public class GeoDatabases {

    @Inject
    @ConfigProperty(name = "gatehouse.geoip.city-database")
    private Optional<String> cityPath;

    @Inject
    @ConfigProperty(name = "gatehouse.geoip.asn-database")
    private Optional<String> asnPath;

    @Inject
    private Clock clock;

    private Optional<GeoDatabaseFile> cities = Optional.empty();
    private Optional<GeoDatabaseFile> networks = Optional.empty();

    public GeoDatabases() {
    }

    /** Databases in these files, for who has no container; null for none. */
    public GeoDatabases(Path cities, Path networks, Clock clock) {
        this.cities = Optional.ofNullable(cities).map(path -> new GeoDatabaseFile(path, clock));
        this.networks = Optional.ofNullable(networks).map(path -> new GeoDatabaseFile(path, clock));
    }

    @PostConstruct
    void open() {
        cities = cityPath.map(path -> new GeoDatabaseFile(Path.of(path), clock));
        networks = asnPath.map(path -> new GeoDatabaseFile(Path.of(path), clock));
    }

    /** Whether places are known at all. */
    public boolean hasPlaces() {
        return cities.filter(GeoDatabaseFile::isOpen).isPresent();
    }

    /** Whether networks are known at all. */
    public boolean hasNetworks() {
        return networks.filter(GeoDatabaseFile::isOpen).isPresent();
    }

    /** A value that is equal as long as the same files give the answers. */
    public Object version() {
        return List.of(cities.flatMap(GeoDatabaseFile::version), networks.flatMap(GeoDatabaseFile::version));
    }

    /** Where the address is; empty when that is not known, or the text is no address. */
    public Optional<GeoPlace> findPlace(String ip) {
        return cities.flatMap(file -> address(ip).flatMap(file::find)).map(GeoDatabases::place);
    }

    /** Whose network the address is in; empty when that is not known, or the text is no address. */
    public Optional<AutonomousSystem> findNetwork(String ip) {
        return networks.flatMap(file -> address(ip).flatMap(file::find))
                .filter(found -> found.get("autonomous_system_number") instanceof Number)
                .map(found -> new AutonomousSystem(((Number) found.get("autonomous_system_number")).longValue(),
                        text(found, "autonomous_system_organization")));
    }

    private static GeoPlace place(Map<?, ?> found) {
        return new GeoPlace(text(part(found, "continent"), "code"), text(part(found, "country"), "iso_code"),
                text(part(part(found, "city"), "names"), "en"), point(part(found, "location")));
    }

    private static GeoPoint point(Map<?, ?> location) {
        return location.get("latitude") instanceof Number latitude && location.get("longitude") instanceof Number longitude
                ? new GeoPoint(latitude.doubleValue(), longitude.doubleValue()) : null;
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return whole.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static String text(Map<?, ?> whole, String name) {
        return whole.get(name) instanceof String text ? text : "";
    }

    /** Only literals: the name service is never asked. */
    private static Optional<InetAddress> address(String ip) {
        try {
            return Optional.of(InetAddress.getByAddress(IpNetwork.parse(ip).address()));
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
