/**
 * Invitations inside of a flow. {@link org.gatehouse.flow.invitation.InvitationUse} looks whether one counts, and uses it up when what
 * it was given for happens: an account is written, or somebody logs in. Until then nothing is lost, so a program that follows links
 * in mails does not spend an invitation. Invariant: a single-use invitation counts for one journey, on however many nodes at once.
 */
package org.gatehouse.flow.invitation;
