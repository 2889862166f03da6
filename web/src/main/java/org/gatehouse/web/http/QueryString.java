package org.gatehouse.web.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Query strings as values by name. */
public final class QueryString {

    private static final int MOST = 100;

    private QueryString() {
    }

    /** The first value of each name; a leading question mark is passed over, and so is what cannot be decoded. */
    public static Map<String, String> parse(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        if (query == null) {
            return values;
        }
        String text = query.startsWith("?") ? query.substring(1) : query;
        for (String part : text.split("&", MOST + 1)) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = decode(equals < 0 ? "" : part.substring(equals + 1));
            if (name != null && value != null && !name.isEmpty() && values.size() < MOST) {
                values.putIfAbsent(name, value);
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return decoded.indexOf('\0') < 0 ? decoded : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
