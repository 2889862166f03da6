package org.gatehouse.geo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Where an address is thought to be. Texts are empty where the database does not know.
 *
 * @param continent two letters, such as {@code EU}
 * @param country ISO 3166-1, two letters
 * @param city in English
 * @param point the middle of the area, or null
 */
public record GeoPlace(String continent, String country, String city, GeoPoint point) {

    /** The contract's form, as events and expressions have it: continent, country, city, lat, long. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("continent", continent).add("country", country).add("city", city);
        if (point != null) {
            json.add("lat", point.latitude()).add("long", point.longitude());
        }
        return json.build();
    }
}
