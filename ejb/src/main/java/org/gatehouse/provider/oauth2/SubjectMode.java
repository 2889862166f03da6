package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** What of the user becomes the {@code sub} claim. */
public enum SubjectMode implements WireName {
    HASHED_USER_ID,
    USER_ID,
    USER_UUID,
    USER_USERNAME,
    USER_EMAIL,
    USER_UPN
}
