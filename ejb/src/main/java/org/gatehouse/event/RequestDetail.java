package org.gatehouse.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;

/** Tells what was requested and by which program: {@code http_request}, without the query string, as that may hold secrets. */
@ApplicationScoped
public class RequestDetail implements EventDetail {

    private static final int LONGEST = 500;

    @Override
    public Map<String, JsonValue> of(RequestOrigin origin) {
        return origin.path().isEmpty() ? Map.of() : EventDetail.fact("http_request", Json.createObjectBuilder().add("method", origin.method())
                .add("path", shortened(origin.path())).add("user_agent", shortened(origin.userAgent())).build());
    }

    /** A null character cannot be stored. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replace('\0', ' ');
    }
}
