/**
 * What every request passes before anything looks at it: where it comes from
 * ({@link org.gatehouse.web.http.RequestOriginFilter}), which headers the answer carries, which cookies mean what, how much it
 * may send, and what is counted and logged of it. No filter here decides about a user.
 */
package org.gatehouse.web.http;
