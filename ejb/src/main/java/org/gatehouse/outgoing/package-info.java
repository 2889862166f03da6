/**
 * HTTP calls that leave this server because of something an administrator or a peer configured. Start with
 * {@link org.gatehouse.outgoing.OutgoingHttp}; it is the only one that opens such connections. Invariant: nothing here connects to
 * an address of the inner network unless {@link org.gatehouse.outgoing.AddressGuard} was told that it may, every call ends within
 * its time and size, and no message says more of a URL than its host.
 */
package org.gatehouse.outgoing;
