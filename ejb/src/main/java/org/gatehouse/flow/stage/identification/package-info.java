/**
 * The stage that asks who somebody is. Start with {@link org.gatehouse.flow.stage.identification.IdentificationStage}. Invariant:
 * unless an administrator switched that off, no answer tells whether a user exists.
 */
package org.gatehouse.flow.stage.identification;
