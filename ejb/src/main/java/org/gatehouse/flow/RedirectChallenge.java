package org.gatehouse.flow;

/**
 * The browser is to go elsewhere.
 *
 * @param to a path of this server, or an absolute URL
 * @param finalRedirect whether the flow is over
 */
public record RedirectChallenge(String to, boolean finalRedirect) implements Challenge {

    @Override
    public String component() {
        return "xak-flow-redirect";
    }
}
