package org.gatehouse.webauthn;

import org.gatehouse.model.WireName;

/** Whether a credential should be one that logs in without a name being typed (section 5.4.6). */
public enum ResidentKeyRequirement implements WireName {
    REQUIRED,
    PREFERRED,
    DISCOURAGED
}
