package org.gatehouse.geo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.expression.PlaceVariables;

/** Tells expressions where an address is, as far as the {@link GeoDatabases} know. */
@ApplicationScoped
public class KnownPlaces implements PlaceVariables {

    @Inject
    private GeoDatabases geo;

    public KnownPlaces() {
    }

    KnownPlaces(GeoDatabases geo) {
        this.geo = geo;
    }

    @Override
    public Map<String, Object> of(String clientIp) {
        Map<String, Object> known = new LinkedHashMap<>();
        geo.findPlace(clientIp).ifPresent(place -> {
            put(known, "continent", place.continent());
            put(known, "country", place.country());
            put(known, "city", place.city());
            if (place.point() != null) {
                known.put("lat", place.point().latitude());
                known.put("long", place.point().longitude());
            }
        });
        geo.findNetwork(clientIp).ifPresent(network -> {
            known.put("asn", network.number());
            put(known, "as_org", network.organization());
        });
        return known;
    }

    private static void put(Map<String, Object> known, String name, String text) {
        if (!text.isEmpty()) {
            known.put(name, text);
        }
    }
}
