/**
 * Addresses that somebody else gave us. {@link org.gatehouse.url.LocalRedirect} decides whether a path may be redirected to,
 * {@link org.gatehouse.url.UrlMatch} whether an address is the one that was registered, {@link org.gatehouse.url.StrictUrl}
 * what an address is. What cannot be parsed without doubt is refused: no other code compares or takes apart such addresses.
 */
package org.gatehouse.url;
