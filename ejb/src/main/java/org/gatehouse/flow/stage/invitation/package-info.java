/**
 * Invitations as administrators manage them, and the stage that accepts one. Whether an invitation counts, and that it counts once,
 * is decided in {@link org.gatehouse.flow.invitation.InvitationUse}.
 */
package org.gatehouse.flow.stage.invitation;
