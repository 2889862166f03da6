/**
 * The stage that writes what people have answered into their account, or makes one. Start with
 * {@link org.gatehouse.flow.stage.userwrite.UserWriteStage}.
 *
 * <p>Invariant: only {@link org.gatehouse.directory.ProfileChange}'s fields and the password are written, and only into an account that
 * is new or proven to be the browser's.
 */
package org.gatehouse.flow.stage.userwrite;
