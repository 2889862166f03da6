/**
 * Addresses that somebody else gave us. {@link org.gatehouse.url.LocalRedirect} decides whether a path may be redirected to.
 */
package org.gatehouse.url;
