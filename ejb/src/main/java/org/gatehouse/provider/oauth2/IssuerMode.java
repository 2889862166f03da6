package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** Whether all providers share one issuer or each has its own. */
public enum IssuerMode implements WireName {
    GLOBAL,
    PER_PROVIDER
}
