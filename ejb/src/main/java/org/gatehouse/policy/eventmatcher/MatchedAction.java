package org.gatehouse.policy.eventmatcher;

import java.util.Locale;
import org.gatehouse.model.WireName;

/** The actions that events can have, in the contract's order. {@link #CUSTOM} stands for every action that starts with it. */
public enum MatchedAction implements WireName {
    LOGIN,
    LOGIN_FAILED,
    LOGOUT,
    USER_WRITE,
    USER_OFFBOARDED,
    SUSPICIOUS_REQUEST,
    PASSWORD_SET,
    SECRET_VIEW,
    SECRET_ROTATE,
    INVITATION_USED,
    AUTHORIZE_APPLICATION,
    SOURCE_LINKED,
    IMPERSONATION_STARTED,
    IMPERSONATION_ENDED,
    FLOW_EXECUTION,
    POLICY_EXECUTION,
    POLICY_EXCEPTION,
    PROPERTY_MAPPING_EXCEPTION,
    SYSTEM_TASK_EXECUTION,
    SYSTEM_TASK_EXCEPTION,
    SYSTEM_EXCEPTION,
    CONFIGURATION_ERROR,
    CONFIGURATION_WARNING,
    MODEL_CREATED,
    MODEL_UPDATED,
    MODEL_DELETED,
    EMAIL_SENT,
    UPDATE_AVAILABLE,
    EXPORT_READY,
    REVIEW_INITIATED,
    REVIEW_OVERDUE,
    REVIEW_ATTESTED,
    REVIEW_COMPLETED,
    ACCESS_REQUEST_CREATED,
    ACCESS_REQUEST_APPROVED,
    ACCESS_REQUEST_DENIED,
    ACCESS_REQUEST_REVOKED,
    CUSTOM;

    @Override
    public String wireName() {
        return this == CUSTOM ? "custom_" : name().toLowerCase(Locale.ROOT);
    }

    boolean matches(String action) {
        return this == CUSTOM ? action.startsWith(wireName()) : action.equals(wireName());
    }
}
