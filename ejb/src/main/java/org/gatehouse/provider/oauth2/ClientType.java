package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** Whether a client can keep a secret (RFC 6749 section 2.1). */
public enum ClientType implements WireName {
    CONFIDENTIAL,
    PUBLIC
}
