package org.gatehouse.flow;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** The plan-context keys that more than one part of the product reads; the names are the contract's. */
public final class ContextKeys {

    /** The number of the user the flow is about. Expressions see the user itself. */
    public static final ContextKey<Long> PENDING_USER = ContextKey.number("pending_user");

    /** What the person typed to identify themselves, known or not. */
    public static final ContextKey<String> PENDING_USER_IDENTIFIER = ContextKey.text("pending_user_identifier");

    /** What people have answered in this flow, by field key; passwords are elsewhere ({@code org.gatehouse.flow.prompt.PromptData}). */
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

    /** Whether the last stage of the plan tells whoever asked when the user refuses consent. */
    public static final ContextKey<Boolean> CONSENT_DENIABLE = ContextKey.flag("consent_deniable");

    /** Whether the user was asked for consent and has refused: nothing may be given out any more. */
    public static final ContextKey<Boolean> CONSENT_DENIED = ContextKey.flag("consent_denied");

    /** The heading of the consent stage. */
    public static final ContextKey<String> CONSENT_HEADER = ContextKey.text("consent_header");

    /** The permissions the consent stage asks for: {@code {"permissions": [{id, name}]}}. */
    public static final ContextKey<JsonObject> CONSENT_PERMISSIONS = ContextKey.object("consent_permissions");

    /** What the client says of itself: any of {@code site}, {@code logo}, {@code policy}, {@code terms}, {@code contacts}, {@code registered_for}. */
    public static final ContextKey<JsonObject> CONSENT_CLIENT = ContextKey.object("consent_client");

    /** Whether the user must be asked again although the consent was given before ({@code prompt=consent}). */
    public static final ContextKey<Boolean> CONSENT_REQUIRED = ContextKey.flag("consent_required");

    /** Whether a later stage of this plan asks for the consent in its own way, so that no other does. */
    public static final ContextKey<Boolean> CONSENT_ASKED_LATER = ContextKey.flag("consent_asked_later");

    /** Whether the user came through an external source. Proves nothing by itself: the source notes {@link #AUTH_METHOD} as well. */
    public static final ContextKey<Boolean> IS_SSO = ContextKey.flag("is_sso");

    /** Whether another flow led here. */
    public static final ContextKey<Boolean> IS_REDIRECTED = ContextKey.flag("is_redirected");

    /** Whether a link that was sent to the user led here. */
    public static final ContextKey<Boolean> IS_RESTORED = ContextKey.flag("is_restored");

    /** The number of the user that the link was about: for nobody else it proves anything. */
    public static final ContextKey<Long> RESTORED_USER = ContextKey.number("restored_user");

    /** The number of the account that this flow has made. */
    public static final ContextKey<Long> CREATED_USER = ContextKey.number("created_user");

    /** Where a new account is kept, in place of what the stage says. */
    public static final ContextKey<String> USER_PATH = ContextKey.text("user_path");

    /** The type of a new account, in place of what the stage says. */
    public static final ContextKey<String> USER_TYPE = ContextKey.text("user_type");

    /** Names of groups that the user becomes a member of: what a source or policy has found out, never what somebody typed. */
    public static final ContextKey<JsonArray> GROUPS = ContextKey.array("groups");

    /** The id of the invitation that the person came with. */
    public static final ContextKey<String> INVITATION = ContextKey.text("invitation");

    /** Whether an invitation stage has accepted the invitation. */
    public static final ContextKey<Boolean> INVITATION_IN_EFFECT = ContextKey.flag("invitation_in_effect");

    /** The languages that the application asks the pages to be in, most wanted first, with spaces between them. */
    public static final ContextKey<String> UI_LOCALES = ContextKey.text("ui_locales");

    /** Where a redirect stage leads, in place of what it says: a URL, or {@code ak-flow://slug}. */
    public static final ContextKey<String> REDIRECT_STAGE_TARGET = ContextKey.text("redirect_stage_target");

    /** Why an account is locked down. */
    public static final ContextKey<String> LOCKDOWN_REASON = ContextKey.text("lockdown_reason");

    /** Whether the matched user may be shown by name before having authenticated; otherwise only what was typed is. */
    public static final ContextKey<Boolean> SHOW_MATCHED_USER = ContextKey.flag("show_matched_user");

    /** The slug of the flow that recovers the pending user's account. */
    public static final ContextKey<String> RECOVERY_FLOW = ContextKey.text("recovery_flow");

    private ContextKeys() {
    }
}
