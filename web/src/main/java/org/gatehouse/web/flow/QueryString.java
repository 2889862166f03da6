package org.gatehouse.web.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the query string of an address, apart from the fields of a posted form. */
final class QueryString {

    private QueryString() {
    }

    /** Parameters in their order, first value each; what is not properly encoded is left out. */
    static Map<String, String> parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                put(parameters, part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        try {
            parameters.putIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            // A broken escape names nothing that anybody asks for.
        }
    }
}
