/**
 * Trying out what would be stored: {@link org.gatehouse.rehearsal.Rehearsal} does all that storing does and takes it back. Nothing
 * that is done here can be seen by anybody else, and no event tells of it.
 */
package org.gatehouse.rehearsal;
