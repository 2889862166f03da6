/**
 * Codes by e-mail as a second step: the stage that sets an address up
 * ({@link org.gatehouse.flow.stage.authenticatoremail.AuthenticatorEmailStage}) and the class of devices
 * ({@link org.gatehouse.flow.stage.authenticatoremail.EmailDevices}). Invariant: an account that has an address gets its codes there;
 * nobody can have them sent elsewhere.
 */
package org.gatehouse.flow.stage.authenticatoremail;
