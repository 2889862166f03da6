/**
 * The device authorization grant (RFC 8628): a device without a browser shows a code, and its user types it in somewhere else.
 *
 * <pre>
 *   device  ──▶ DeviceAuthorizationEndpoint ──▶ DeviceRequests ◀── grant.DeviceCodeGrant ◀── token endpoint, polled
 *   /device ──▶ brand's flow: DeviceCodeStage ──▶ provider's authorization flow: DeviceApprovalStage, DeviceFinishStage
 * </pre>
 *
 * Invariant: a request is approved only by somebody who was shown the name of the application in the browser in which the code was
 * typed or confirmed; no link approves anything. Each request is approved or refused once, and redeemed once.
 */
package org.gatehouse.provider.oauth2.device;
