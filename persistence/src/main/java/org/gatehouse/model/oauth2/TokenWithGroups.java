package org.gatehouse.model.oauth2;

import org.gatehouse.model.directory.EffectiveGroups;

/** A token, its user, and the user's groups as they are at the same moment. */
public record TokenWithGroups(OAuthToken token, EffectiveGroups groups) {
}
