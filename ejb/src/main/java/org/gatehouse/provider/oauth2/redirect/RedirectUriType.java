package org.gatehouse.provider.oauth2.redirect;

import org.gatehouse.model.WireName;

/** What a registered URI is for: the answer of an authorization, or the way back after a logout. */
public enum RedirectUriType implements WireName {
    AUTHORIZATION,
    LOGOUT
}
