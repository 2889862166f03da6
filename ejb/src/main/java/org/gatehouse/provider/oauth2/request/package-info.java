/**
 * How an authorization request is found that the browser does not bring itself: pushed by the client (RFC 9126), as an object by value
 * or by reference (RFC 9101, OpenID Connect Core 1.0 section 6), or put aside while the user logs in. Start with
 * {@link org.gatehouse.provider.oauth2.request.RequestResolution}. What comes out are parameters like any other's, checked afterwards
 * by the same rules. A handle and an object's {@code jti} are good once, in the database; no key, address or algorithm is taken from
 * the object itself.
 */
package org.gatehouse.provider.oauth2.request;
