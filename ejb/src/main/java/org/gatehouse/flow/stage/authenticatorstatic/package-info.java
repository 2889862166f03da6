/**
 * Codes on paper: the stage that hands them out ({@link org.gatehouse.flow.stage.authenticatorstatic.AuthenticatorStaticStage})
 * and the class of devices ({@link org.gatehouse.flow.stage.authenticatorstatic.StaticDevices}). Invariants: codes are shown while
 * they are handed out and never again, as only digests are kept; each works once.
 */
package org.gatehouse.flow.stage.authenticatorstatic;
