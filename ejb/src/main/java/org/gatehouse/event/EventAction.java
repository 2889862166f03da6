package org.gatehouse.event;

import java.util.List;

/** The actions of the contract's event log. An installation's own start with {@link #CUSTOM}. */
public final class EventAction {

    public static final String LOGIN = "login";
    public static final String LOGIN_FAILED = "login_failed";
    public static final String LOGOUT = "logout";
    public static final String USER_WRITE = "user_write";
    public static final String USER_OFFBOARDED = "user_offboarded";
    public static final String SUSPICIOUS_REQUEST = "suspicious_request";
    public static final String PASSWORD_SET = "password_set";
    public static final String SECRET_VIEW = "secret_view";
    public static final String SECRET_ROTATE = "secret_rotate";
    public static final String INVITATION_USED = "invitation_used";
    public static final String AUTHORIZE_APPLICATION = "authorize_application";
    public static final String SOURCE_LINKED = "source_linked";
    public static final String IMPERSONATION_STARTED = "impersonation_started";
    public static final String IMPERSONATION_ENDED = "impersonation_ended";
    public static final String FLOW_EXECUTION = "flow_execution";
    public static final String POLICY_EXECUTION = "policy_execution";
    public static final String POLICY_EXCEPTION = "policy_exception";
    public static final String PROPERTY_MAPPING_EXCEPTION = "property_mapping_exception";
    public static final String SYSTEM_TASK_EXECUTION = "system_task_execution";
    public static final String SYSTEM_TASK_EXCEPTION = "system_task_exception";
    public static final String SYSTEM_EXCEPTION = "system_exception";
    public static final String CONFIGURATION_ERROR = "configuration_error";
    public static final String CONFIGURATION_WARNING = "configuration_warning";
    public static final String MODEL_CREATED = "model_created";
    public static final String MODEL_UPDATED = "model_updated";
    public static final String MODEL_DELETED = "model_deleted";
    public static final String EMAIL_SENT = "email_sent";
    public static final String UPDATE_AVAILABLE = "update_available";
    public static final String EXPORT_READY = "export_ready";
    public static final String REVIEW_INITIATED = "review_initiated";
    public static final String REVIEW_OVERDUE = "review_overdue";
    public static final String REVIEW_ATTESTED = "review_attested";
    public static final String REVIEW_COMPLETED = "review_completed";
    public static final String ACCESS_REQUEST_CREATED = "access_request_created";
    public static final String ACCESS_REQUEST_APPROVED = "access_request_approved";
    public static final String ACCESS_REQUEST_DENIED = "access_request_denied";
    public static final String ACCESS_REQUEST_REVOKED = "access_request_revoked";

    /** What the names of an installation's own actions begin with; on its own it stands for all of them. */
    public static final String CUSTOM = "custom_";

    /** All of them, in the contract's order. */
    public static final List<String> ALL = List.of(
            LOGIN, LOGIN_FAILED, LOGOUT, USER_WRITE, USER_OFFBOARDED, SUSPICIOUS_REQUEST, PASSWORD_SET, SECRET_VIEW,
            SECRET_ROTATE, INVITATION_USED, AUTHORIZE_APPLICATION, SOURCE_LINKED, IMPERSONATION_STARTED, IMPERSONATION_ENDED,
            FLOW_EXECUTION, POLICY_EXECUTION, POLICY_EXCEPTION, PROPERTY_MAPPING_EXCEPTION, SYSTEM_TASK_EXECUTION,
            SYSTEM_TASK_EXCEPTION, SYSTEM_EXCEPTION, CONFIGURATION_ERROR, CONFIGURATION_WARNING, MODEL_CREATED, MODEL_UPDATED,
            MODEL_DELETED, EMAIL_SENT, UPDATE_AVAILABLE, EXPORT_READY, REVIEW_INITIATED, REVIEW_OVERDUE, REVIEW_ATTESTED,
            REVIEW_COMPLETED, ACCESS_REQUEST_CREATED, ACCESS_REQUEST_APPROVED, ACCESS_REQUEST_DENIED, ACCESS_REQUEST_REVOKED,
            CUSTOM);

    private EventAction() {
    }

    /** What people call the action: {@code Login failed}. */
    public static String label(String action) {
        String words = action.replace('_', ' ').strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
