/**
 * The REST API, wire-compatible with authentik's: resources parse and write, the domain decides. One class,
 * {@link org.gatehouse.web.api.ManagedModelResource}, serves every managed model; start there. What is special has a resource
 * of its own with its full path on the method, so that all share one root. Every request passes
 * {@link org.gatehouse.web.api.ApiAuthenticationFilter}; every failure leaves through
 * {@link org.gatehouse.web.api.ApiExceptionMapper}.
 */
package org.gatehouse.web.api;
