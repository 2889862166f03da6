package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.event.EventDetail;
import org.gatehouse.event.RequestOrigin;

/** Tells with which login an event happened, by the session's id, which opens nothing. */
@ApplicationScoped
public class LoginDetail implements EventDetail {

    @Inject
    private RequestLogin login;

    @Override
    public Map<String, JsonValue> of(RequestOrigin origin) {
        return login.sessionId().<Map<String, JsonValue>>map(id -> Map.of("session", Json.createValue(id.toString()))).orElse(Map.of());
    }
}
