/**
 * The authenticator devices of users: what proves who they are beside or instead of a password. One table for all classes; what
 * only one class knows is in the row's details. Start with {@link org.gatehouse.model.authenticator.AuthenticatorDevice}.
 * Invariant: what is to happen once (a code used, an attempt counted) is one conditional statement of
 * {@link org.gatehouse.model.authenticator.AuthenticatorDeviceRepository}, never a read and a write.
 */
package org.gatehouse.model.authenticator;
