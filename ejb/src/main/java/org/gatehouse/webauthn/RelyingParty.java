package org.gatehouse.webauthn;

/**
 * Us, as a browser sees us.
 *
 * @param id the domain that credentials are bound to (section 4, "relying party identifier"): the host of the origin
 * @param name what people are shown
 * @param origin scheme, host and port, without a slash at the end
 */
public record RelyingParty(String id, String name, String origin) {
}
