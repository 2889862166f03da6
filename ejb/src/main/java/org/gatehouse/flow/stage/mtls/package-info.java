/**
 * The stage that recognises people by the certificate of their TLS connection. Start with
 * {@link org.gatehouse.flow.stage.mtls.MutualTlsStage}. Invariant: a certificate proves somebody's identity only if an authority that
 * the stage or the brand names has issued it, for clients, and it is valid now.
 */
package org.gatehouse.flow.stage.mtls;
