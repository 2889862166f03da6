/**
 * What every HTTP request passes, in the order of {@code web.xml}: {@link org.gatehouse.web.http.RequestOriginFilter} (who is
 * calling, under which address), {@link org.gatehouse.web.http.SecurityHeadersFilter}, {@link org.gatehouse.web.http.SameOriginFilter}.
 * Also cookies, the login behind them, and the reading of JSON. Invariant: nothing a client sends is believed about where it
 * comes from, unless a configured proxy vouches for it.
 */
package org.gatehouse.web.http;
