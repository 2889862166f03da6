package org.gatehouse.policy.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.expression.PlaceVariables;
import org.gatehouse.geo.GeoDatabases;

/** Fills {@code geo} from the installation's databases; texts that a database does not know are left out. */
@ApplicationScoped
public class GeoVariables implements PlaceVariables {

    @Inject
    private GeoDatabases databases;

    @Override
    public Map<String, Object> of(String clientIp) {
        Map<String, Object> known = new LinkedHashMap<>();
        databases.findPlace(clientIp).ifPresent(place -> known.putAll(place.toJson()));
        databases.findNetwork(clientIp).ifPresent(network -> known.putAll(network.toJson()));
        known.values().removeIf(value -> value.toString().equals("\"\""));
        return known;
    }
}
