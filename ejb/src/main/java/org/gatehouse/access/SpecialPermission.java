package org.gatehouse.access;

/** The rights that go beyond viewing, adding, changing and deleting. */
public enum SpecialPermission {

    ACCESS_ADMIN_INTERFACE("authentik_rbac.systempermission", "access_admin_interface"),
    VIEW_SYSTEM_INFO("authentik_rbac.systempermission", "view_system_info"),
    VIEW_SYSTEM_SETTINGS("authentik_rbac.systempermission", "view_system_settings"),
    EDIT_SYSTEM_SETTINGS("authentik_rbac.systempermission", "edit_system_settings"),
    VIEW_MEDIA_FILES("authentik_rbac.systempermission", "view_media_files"),
    MANAGE_MEDIA_FILES("authentik_rbac.systempermission", "manage_media_files"),
    IMPERSONATE("authentik_core.user", "impersonate"),
    RESET_USER_PASSWORD("authentik_core.user", "reset_user_password"),
    PREVIEW_USER("authentik_core.user", "preview_user"),
    VIEW_USER_APPLICATIONS("authentik_core.user", "view_user_applications"),
    ADD_USER_TO_GROUP("authentik_core.group", "add_user_to_group"),
    REMOVE_USER_FROM_GROUP("authentik_core.group", "remove_user_from_group"),
    ENABLE_GROUP_SUPERUSER("authentik_core.group", "enable_group_superuser"),
    DISABLE_GROUP_SUPERUSER("authentik_core.group", "disable_group_superuser"),
    ASSIGN_ROLE_PERMISSIONS("authentik_rbac.role", "assign_role_permissions"),
    UNASSIGN_ROLE_PERMISSIONS("authentik_rbac.role", "unassign_role_permissions"),
    VIEW_TOKEN_KEY("authentik_core.token", "view_token_key"),
    SET_TOKEN_KEY("authentik_core.token", "set_token_key"),
    VIEW_CERTIFICATE("authentik_crypto.certificatekeypair", "view_certificatekeypair_certificate"),
    VIEW_CERTIFICATE_KEY("authentik_crypto.certificatekeypair", "view_certificatekeypair_key"),
    VIEW_FLOW_CACHE("authentik_flows.flow", "view_flow_cache"),
    CLEAR_FLOW_CACHE("authentik_flows.flow", "clear_flow_cache"),
    EXPORT_FLOW("authentik_flows.flow", "export_flow"),
    INSPECT_FLOW("authentik_flows.flow", "inspect_flow"),
    VIEW_POLICY_CACHE("authentik_policies.policy", "view_policy_cache"),
    CLEAR_POLICY_CACHE("authentik_policies.policy", "clear_policy_cache"),
    RETRY_TASK("authentik_tasks.task", "retry_task"),
    SEND_SCHEDULE("authentik_tasks_schedules.schedule", "send_schedule"),
    EXPORT_EVENTS("authentik_events.event", "export_events");

    private final Permission permission;

    SpecialPermission(String model, String codename) {
        this.permission = new Permission(model, codename);
    }

    public Permission permission() {
        return permission;
    }
}
