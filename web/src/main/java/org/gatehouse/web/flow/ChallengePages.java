package org.gatehouse.web.flow;

import java.util.Set;

/** Which challenges have a page of their own. A closed list: a path is never made from what somebody sent. */
final class ChallengePages {

    private static final Set<String> OWN = Set.of("ak-stage-identification", "ak-stage-password", "ak-stage-consent",
            "ak-stage-user-login", "ak-stage-access-denied", "ak-stage-flow-error", "ak-stage-autosubmit", "ak-stage-prompt",
            "ak-stage-session-end", "xak-flow-redirect", "ak-stage-authenticator-totp", "ak-stage-authenticator-static",
            "ak-stage-authenticator-validate", "ak-stage-authenticator-webauthn", "ak-stage-email", "ak-stage-captcha",
            "ak-stage-authenticator-email", "ak-stage-authenticator-sms",
            "ak-provider-iframe-logout", "ak-provider-oauth2-device-code", "ak-provider-oauth2-device-code-finish");

    private ChallengePages() {
    }

    /** The Facelet of a challenge; the generic one when it has none of its own. */
    static String of(String component) {
        return "/flow/challenge/" + (OWN.contains(component) ? component : "generic") + ".xhtml";
    }
}
