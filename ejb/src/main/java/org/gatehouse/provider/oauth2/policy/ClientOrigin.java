package org.gatehouse.provider.oauth2.policy;

import org.gatehouse.model.WireName;

/** How a client came about, as far as a policy cares. */
public enum ClientOrigin implements WireName {
    ANY,
    /** Made by an administrator, a blueprint or the API. */
    ADMINISTRATOR,
    /** Registered by itself (RFC 7591), or known by a document that it publishes. */
    REGISTRATION
}
