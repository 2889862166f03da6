/**
 * Invitations. Invariant: a single-use invitation is used by deleting its row, which succeeds for one caller only.
 */
package org.gatehouse.model.invitation;
