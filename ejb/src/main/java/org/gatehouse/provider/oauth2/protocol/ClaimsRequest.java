package org.gatehouse.provider.oauth2.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.type.JsonBounds;

/**
 * Claims that a request asks for one by one (OpenID Connect Core 1.0 section 5.5).
 *
 * @param sent the parameter as it was sent, to be kept; null when there was none
 * @param userInfo by name, for the userinfo endpoint
 * @param idToken by name, for the ID token
 */
public record ClaimsRequest(JsonObject sent, Map<String, ClaimDemand> userInfo, Map<String, ClaimDemand> idToken) {

    /** No single claim is asked for. */
    public static final ClaimsRequest NONE = new ClaimsRequest(null, Map.of(), Map.of());

    private static final int MOST_CLAIMS = 100;

    public ClaimsRequest {
        userInfo = Map.copyOf(userInfo);
        idToken = Map.copyOf(idToken);
    }

    /** @throws OAuthRefusal {@code invalid_request} when it is no JSON, or not of this shape */
    public static ClaimsRequest parse(String text) {
        return of(json(text));
    }

    /** The parser has exceptions of several kinds for what is nested too deeply or no JSON at all. */
    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            JsonBounds.requireStorable(json);
            return json;
        } catch (RuntimeException broken) {
            throw malformed();
        }
    }

    /** As {@link #parse}, of what was kept; null stands for {@link #NONE}. */
    public static ClaimsRequest of(JsonObject json) {
        return json == null ? NONE : new ClaimsRequest(json, member(json, "userinfo"), member(json, "id_token"));
    }

    private static Map<String, ClaimDemand> member(JsonObject json, String name) {
        JsonValue member = json.getOrDefault(name, JsonValue.NULL);
        if (member == JsonValue.NULL) {
            return Map.of();
        }
        if (!(member instanceof JsonObject claims) || claims.size() > MOST_CLAIMS) {
            throw malformed();
        }
        Map<String, ClaimDemand> demands = new LinkedHashMap<>();
        claims.forEach((claim, demand) -> demands.put(claim, ClaimDemand.read(demand)));
        return demands;
    }

    static OAuthRefusal malformed() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The claims parameter is malformed.");
    }

    /** Every claim that is asked for, wherever it is to be told. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(userInfo.keySet());
        names.addAll(idToken.keySet());
        return names;
    }

    /** How the ID token's claim is asked for, if it is. */
    public Optional<ClaimDemand> ofIdToken(String claim) {
        return Optional.ofNullable(idToken.get(claim));
    }
}
