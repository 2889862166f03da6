/**
 * The addresses that answers go to, as a client has registered them, and how the one of a request is compared with them. Start with
 * {@link org.gatehouse.provider.oauth2.redirect.RedirectUri}. Invariant: nothing is sent to an address that is not registered; a regular
 * expression never reaches another server than its author meant.
 */
package org.gatehouse.provider.oauth2.redirect;
