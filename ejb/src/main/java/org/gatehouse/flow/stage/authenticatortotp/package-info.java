/**
 * Time-based one-time codes (RFC 6238): the stage that sets an app up ({@link org.gatehouse.flow.stage.authenticatortotp.AuthenticatorTotpStage})
 * and the class of devices ({@link org.gatehouse.flow.stage.authenticatortotp.TotpDevices}). Invariants: the secret leaves the
 * server once, while it is being set up; no time step of a device is accepted twice, nor one before it.
 */
package org.gatehouse.flow.stage.authenticatortotp;
