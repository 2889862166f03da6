package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** Whether all clients know a user by the same subject, or each sector by one of its own (OpenID Connect Core 1.0 section 8). */
public enum SubjectType implements WireName {
    PUBLIC,
    PAIRWISE
}
