package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** How a client is told that a user has logged out. */
public enum LogoutMethod implements WireName {
    BACKCHANNEL,
    FRONTCHANNEL
}
