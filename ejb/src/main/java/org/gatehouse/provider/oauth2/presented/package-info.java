/**
 * What is done with tokens that are brought back: userinfo, introspection, revocation. Start with
 * {@link org.gatehouse.provider.oauth2.presented.PresentedAccess}, which lets the holder of an access token in. Invariant: a token is
 * looked at anew each time, with its user, its login and the policies of its application.
 */
package org.gatehouse.provider.oauth2.presented;
