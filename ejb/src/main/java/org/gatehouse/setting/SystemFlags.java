package org.gatehouse.setting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The switches among the settings. Only the first changes what this product does; the others are part of the contract, are kept as they were
 * set, and are shown so by the documentation.
 */
final class SystemFlags {

    /** Whether an application to which nothing is bound is open to everybody. */
    static final String DEFAULT_APP_ACCESS = "core_default_app_access";

    /** Each switch with its position as long as nobody has touched it. */
    static final Map<String, Boolean> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put(DEFAULT_APP_ACCESS, true);
        KNOWN.put("enterprise_audit_include_expanded_diff", true);
        KNOWN.put("flows_continuous_login", false);
        KNOWN.put("flows_refresh_others", false);
    }

    private SystemFlags() {
    }

    static boolean isOn(JsonObject flags, String flag) {
        return flags.getBoolean(flag, KNOWN.get(flag));
    }

    /** All switches, those that were not sent in their first position. */
    static JsonObject complete(JsonObject sent) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        KNOWN.forEach((flag, on) -> all.add(flag, sent.getOrDefault(flag, on ? JsonValue.TRUE : JsonValue.FALSE)));
        return all.build();
    }
}
