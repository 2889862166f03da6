package org.gatehouse.flow.stage.identification;

import org.gatehouse.model.WireName;

/** What people may type to say who they are. */
public enum UserField implements WireName {
    EMAIL,
    USERNAME,
    UPN
}
