/**
 * The OpenID Foundation's certification plans, driven without a browser and without the suite: one class for each plan, one test for each
 * of its modules, named by it. {@link org.gatehouse.it.conformance.Suite} runs the commands of {@code docs/conformance.md}, so what is
 * tested is what that page says. A {@link org.gatehouse.it.conformance.RelyingParty} made of the Nimbus SDK is the client.
 */
package org.gatehouse.it.conformance;
