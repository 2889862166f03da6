/**
 * How clients may register themselves with a provider, and which of them have. Start with
 * {@link org.gatehouse.model.registration.ClientRegistration}. Invariant: what opens a client's registration is kept as a digest only.
 */
package org.gatehouse.model.registration;
