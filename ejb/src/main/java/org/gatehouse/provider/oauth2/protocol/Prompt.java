package org.gatehouse.provider.oauth2.protocol;

import org.gatehouse.model.WireName;

/** What the client wants the user to be asked (OpenID Connect Core 1.0 section 3.1.2.1). */
public enum Prompt implements WireName {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT
}
