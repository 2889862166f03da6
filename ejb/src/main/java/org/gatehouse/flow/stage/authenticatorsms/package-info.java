/**
 * Codes by text message as a second step: the stage that sets a number up
 * ({@link org.gatehouse.flow.stage.authenticatorsms.AuthenticatorSmsStage}), the class of devices
 * ({@link org.gatehouse.flow.stage.authenticatorsms.SmsDevices}) and the gateways
 * ({@link org.gatehouse.flow.stage.authenticatorsms.SmsGateway}). Invariant: of a number that was only to be verified nothing but a
 * digest is kept, and no code is ever sent to it again.
 */
package org.gatehouse.flow.stage.authenticatorsms;
