package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** Whether an access token can be read by those it is presented to (RFC 9068), or only be asked about. */
public enum AccessTokenFormat implements WireName {
    JWT,
    OPAQUE
}
