package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.expression.IpNetwork;
import org.gatehouse.geo.AutonomousSystem;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.geo.GeoPlace;

/** Says where an address is, as far as this installation can know. */
@ApplicationScoped
class RequestPlaces {

    private static final int IPV4_LENGTH = 4;
    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 6;

    @Inject
    private GeoDatabases databases;

    /** All facts that can be known here; one that a database would know but does not is empty text. */
    Map<BoundFact, String> of(String ip) {
        Map<BoundFact, String> facts = new EnumMap<>(BoundFact.class);
        facts.put(BoundFact.IP, ip);
        facts.put(BoundFact.NETWORK, network(ip));
        if (databases.hasNetworks()) {
            facts.put(BoundFact.ASN, databases.findNetwork(ip).map(AutonomousSystem::number).map(String::valueOf).orElse(""));
        }
        if (databases.hasPlaces()) {
            Optional<GeoPlace> place = databases.findPlace(ip);
            facts.put(BoundFact.CONTINENT, place.map(GeoPlace::continent).orElse(""));
            facts.put(BoundFact.COUNTRY, place.map(GeoPlace::country).orElse(""));
            facts.put(BoundFact.CITY, place.map(GeoPlace::city).orElse(""));
        }
        return facts;
    }

    private static String network(String ip) {
        try {
            byte[] address = IpNetwork.parse(ip).address();
            return HexFormat.of().formatHex(Arrays.copyOf(address, address.length == IPV4_LENGTH ? IPV4_PREFIX : IPV6_PREFIX));
        } catch (IllegalArgumentException noAddress) {
            return ip;
        }
    }
}
