package org.gatehouse.provider.oauth2.logout;

/** A transaction has noted down that clients are to be told of a logout. */
record LogoutQueued() {
}
