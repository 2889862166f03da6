package org.gatehouse.event;

/** The actions of the contract's event log; further ones start with {@code custom_}. */
public final class EventAction {

    public static final String LOGIN = "login";
    public static final String LOGIN_FAILED = "login_failed";
    public static final String LOGOUT = "logout";
    public static final String USER_WRITE = "user_write";
    public static final String SUSPICIOUS_REQUEST = "suspicious_request";
    public static final String PASSWORD_SET = "password_set";
    public static final String SECRET_VIEW = "secret_view";
    public static final String SECRET_ROTATE = "secret_rotate";
    public static final String INVITATION_USED = "invitation_used";
    public static final String AUTHORIZE_APPLICATION = "authorize_application";
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
    public static final String MODEL_CREATED = "model_created";
    public static final String MODEL_UPDATED = "model_updated";
    public static final String MODEL_DELETED = "model_deleted";
    public static final String EMAIL_SENT = "email_sent";

    private EventAction() {
    }
}
