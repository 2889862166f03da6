package org.gatehouse.flow;

import jakarta.json.JsonObject;

/** The plan-context keys that more than one part of the product reads; the names are the contract's. */
public final class ContextKeys {

    /** The number of the user the flow is about. Expressions see the user itself. */
    public static final ContextKey<Long> PENDING_USER = ContextKey.number("pending_user");

    /** What the person typed to identify themselves, known or not. */
    public static final ContextKey<String> PENDING_USER_IDENTIFIER = ContextKey.text("pending_user_identifier");

    /** The avatar or initials are derived from this name when there is no user. */
    public static final ContextKey<JsonObject> PROMPT_DATA = ContextKey.object("prompt_data");

    /** Where the flow leads when it is done: a path of this server or a URL that was checked before it was put here. */
    public static final ContextKey<String> REDIRECT = ContextKey.text("redirect");

    /** The slug of the application the user is on the way to. */
    public static final ContextKey<String> APPLICATION = ContextKey.text("application");

    /** How the user authenticated in this flow: {@code password}, {@code token}, {@code auth_mfa} … */
    public static final ContextKey<String> AUTH_METHOD = ContextKey.text("auth_method");

    /** More about how: {@code mfa_devices}, the devices that proved the user's identity; {@code device}, the passkey that told who it is. */
    public static final ContextKey<JsonObject> AUTH_METHOD_ARGS = ContextKey.object("auth_method_args");

    /** The password backend that recognised the user. */
    public static final ContextKey<String> USER_BACKEND = ContextKey.text("user_backend");

    /** A message for the deny stage to show. */
    public static final ContextKey<String> DENY_MESSAGE = ContextKey.text("deny_message");

    /** The heading of the consent stage. */
    public static final ContextKey<String> CONSENT_HEADER = ContextKey.text("consent_header");

    /** The permissions the consent stage asks for: {@code {"permissions": [{id, name}]}}. */
    public static final ContextKey<JsonObject> CONSENT_PERMISSIONS = ContextKey.object("consent_permissions");

    /** Whether the user must be asked again although the consent was given before ({@code prompt=consent}). */
    public static final ContextKey<Boolean> CONSENT_REQUIRED = ContextKey.flag("consent_required");

    /** Whether the user came through an external source. */
    public static final ContextKey<Boolean> IS_SSO = ContextKey.flag("is_sso");

    /** Whether another flow led here. */
    public static final ContextKey<Boolean> IS_REDIRECTED = ContextKey.flag("is_redirected");

    /** Whether a link that was sent to the user led here. */
    public static final ContextKey<Boolean> IS_RESTORED = ContextKey.flag("is_restored");

    /** Whether the matched user may be shown by name before having authenticated; otherwise only what was typed is. */
    public static final ContextKey<Boolean> SHOW_MATCHED_USER = ContextKey.flag("show_matched_user");

    /** The slug of the flow that recovers the pending user's account. */
    public static final ContextKey<String> RECOVERY_FLOW = ContextKey.text("recovery_flow");

    private ContextKeys() {
    }
}
