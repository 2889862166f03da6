package org.gatehouse.model.job;

import org.gatehouse.model.WireName;

/**
 * The tables whose rows run out. Only these names ever reach the clean-up's SQL.
 */
public enum ExpiringTable implements WireName {
    /** Tokens, except those that act for programs over the API: these are renewed. */
    TOKEN("token", "expiring AND intent <> 'api'"),
    /** Only the API tokens, to be renewed. */
    API_TOKEN("token", "expiring AND intent = 'api'"),
    AUTHENTICATED_SESSION("authenticated_session", "true"),
    /** Only what was left behind: with a login its clients go. */
    SESSION_CLIENT("session_client", "true"),
    AUTHORIZATION_CODE("authorization_code", "true"),
    AUTHORIZATION_REQUEST("authorization_request", "true"),
    OAUTH_TOKEN("oauth_token", "true"),
    USED_IDENTIFIER("used_identifier", "true"),
    RETIRED_CLIENT_SECRET("retired_client_secret", "true"),
    /** The accounts behind these rows go as well. */
    EXPIRING_ACCOUNT("expiring_account", "true"),
    USER_CONSENT("user_consent", "true"),
    FLOW_TOKEN("flow_token", "true"),
    KEPT_ENTRY("kept_entry", "true"),
    REPUTATION("reputation", "true"),
    INVITATION("invitation", "true"),
    SENDING_COUNT("sending_count", "true"),
    DEVICE_MEMORY("device_memory", "true"),
    NOTIFICATION("notification", "true"),
    DATA_EXPORT("data_export", "true"),
    TASK_RUN("task_run", "true"),
    REPEATED_REQUEST("repeated_request", "true"),
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
