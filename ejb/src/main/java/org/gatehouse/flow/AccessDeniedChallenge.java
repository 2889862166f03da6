package org.gatehouse.flow;

/** The flow is refused. */
public record AccessDeniedChallenge(String pendingUser, String pendingUserAvatar, String errorMessage) implements Challenge {

    @Override
    public String component() {
        return "ak-stage-access-denied";
    }
}
