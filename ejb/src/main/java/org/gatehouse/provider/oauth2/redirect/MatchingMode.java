package org.gatehouse.provider.oauth2.redirect;

import org.gatehouse.model.WireName;

/** How a registered URI is compared with the one of a request. */
public enum MatchingMode implements WireName {
    STRICT,
    REGEX
}
