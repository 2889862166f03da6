package org.gatehouse.model.job;

import org.gatehouse.model.WireName;

/**
 * The tables whose rows run out. Only these names ever reach the clean-up's SQL. Flow plans are not among them: they live in the
 * cluster cache, where each has a lifespan and goes by itself.
 */
public enum ExpiringTable implements WireName {
    /** Tokens, except those that act for programs over the API: these are renewed. */
    TOKEN("token", "expiring AND intent <> 'api'"),
    /** Only the API tokens, to be renewed. */
    API_TOKEN("token", "expiring AND intent = 'api'"),
    AUTHENTICATED_SESSION("authenticated_session", "true"),
    AUTHORIZATION_CODE("authorization_code", "true"),
    OAUTH_TOKEN("oauth_token", "true"),
    USER_CONSENT("user_consent", "true"),
    DEVICE_MEMORY("device_memory", "true"),
    AUDIT_EVENT("audit_event", "true");

    private final String table;
    private final String condition;

    ExpiringTable(String table, String condition) {
        this.table = table;
        this.condition = condition;
    }

    String table() {
        return table;
    }

    String condition() {
        return condition;
    }
}
