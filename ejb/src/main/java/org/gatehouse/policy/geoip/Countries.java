package org.gatehouse.policy.geoip;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** The countries of ISO 3166-1, as the JDK lists them. */
public final class Countries {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Countries() {
    }

    /** Whether this is the code of a country: two capital letters. */
    static boolean isCode(String code) {
        return CODES.contains(code);
    }

    /** Every country with code and English name, by name. */
    public static JsonArray all() {
        return described(CODES.stream().sorted(Comparator.comparing(Countries::name)).toList());
    }

    static JsonArray described(Collection<String> codes) {
        JsonArrayBuilder countries = Json.createArrayBuilder();
        codes.forEach(code -> countries.add(described(code)));
        return countries.build();
    }

    private static JsonObject described(String code) {
        return Json.createObjectBuilder().add("code", code).add("name", name(code)).build();
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
