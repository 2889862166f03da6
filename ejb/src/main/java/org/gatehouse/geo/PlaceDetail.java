package org.gatehouse.geo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.event.EventDetail;
import org.gatehouse.event.RequestOrigin;

/** Tells where an event's address is ({@code geo}) and whose network it is in ({@code asn}), as far as there are databases for it. */
@ApplicationScoped
public class PlaceDetail implements EventDetail {

    @Inject
    private GeoDatabases databases;

    @Override
    public Map<String, JsonValue> of(RequestOrigin origin) {
        Map<String, JsonValue> known = new HashMap<>();
        if (origin.clientIp() != null && (databases.hasPlaces() || databases.hasNetworks())) {
            databases.findPlace(origin.clientIp()).ifPresent(place -> known.put("geo", place.toJson()));
            databases.findNetwork(origin.clientIp()).ifPresent(network -> known.put("asn", network.toJson()));
        }
        return known;
    }
}
