package org.gatehouse.flow;

/**
 * Something broke on our side.
 *
 * @param requestId the id under which the log tells what; the browser learns no more than that
 */
public record FlowErrorChallenge(String requestId, String error) implements Challenge {

    @Override
    public String component() {
        return "ak-stage-flow-error";
    }
}
